package dev.watershed.reports.text;

import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.service.TablePattern;
import java.util.List;
import java.util.stream.Collectors;

/** Moves as {@code plan --what-if} reads them. */
public final class MovesYaml {

  private MovesYaml() {}

  /** The file. */
  public static String render(List<Move> moves) {
    StringBuilder yaml = new StringBuilder("format: watershed.moves/1\nmoves:\n");
    if (moves.isEmpty()) {
      yaml.setLength(yaml.length() - 1);
      yaml.append(" []\n");
    }
    moves.forEach(move -> yaml.append("  - {").append(keys(move)).append("}\n"));
    return yaml.toString();
  }

  private static String keys(Move move) {
    if (move instanceof Move.MoveTables tables) {
      return "moveTables: "
          + patterns(tables.tables())
          + tables.owner().map(name -> ", owner: " + quoted(name)).orElse("")
          + tables.schema().map(name -> ", schema: " + quoted(name)).orElse("")
          + tables.dataSet().map(name -> ", server: " + quoted(name)).orElse("");
    }
    if (move instanceof Move.MergeServices services) {
      return "mergeServices: " + names(services.services()) + into(services.into());
    }
    if (move instanceof Move.MergeSchemas schemas) {
      return "mergeSchemas: " + names(schemas.schemas()) + into(schemas.into());
    }
    if (move instanceof Move.MoveSchemas schemas) {
      return "moveSchemas: " + names(schemas.schemas()) + ", server: " + quoted(schemas.dataSet());
    }
    if (move instanceof Move.MergeTables tables) {
      return "mergeTables: " + patterns(tables.tables()) + into(tables.into().text());
    }
    if (move instanceof Move.CutTable table) {
      return "cutTable: " + quoted(table.table().text()) + ", owners: " + names(table.owners());
    }
    return "retireTables: " + patterns(((Move.RetireTables) move).tables());
  }

  private static String into(String name) {
    return ", into: " + quoted(name);
  }

  private static String patterns(List<TablePattern> tables) {
    return names(tables.stream().map(TablePattern::text).toList());
  }

  private static String names(List<String> names) {
    return names.stream().map(MovesYaml::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  /** In single quotes, in which YAML knows no escapes but the quote itself. */
  private static String quoted(String name) {
    return "'" + name.replace("'", "''") + "'";
  }
}
