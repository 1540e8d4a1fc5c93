package dev.watershed.analyzer.index.statistics;

import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.TableKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** The tables of a server by name. */
public final class ServerTables {

  private record Name(String schema, String table) {}

  private final Map<Name, TableFigures> byName = new HashMap<>();
  private final List<TableFigures> ordered;

  private ServerTables(Map<String, TableFigures> tables) {
    ordered = List.copyOf(tables.values());
    ordered.forEach(
        table -> byName.put(new Name(table.schema(), table.definition().name()), table));
  }

  /** Takes every table of a server that can have indexes, on all processors. */
  public static ServerTables of(AdvisedServer server) {
    Map<Name, Double> rows = new HashMap<>();
    for (StatisticTable table : server.tables()) {
      OptionalLong counted = TableFigures.rows(table);
      if (counted.isPresent()) {
        rows.put(new Name(table.schema(), table.definition().name()), (double) counted.getAsLong());
      }
    }
    Map<Name, Map<SentRows.Key, Double>> sent = new HashMap<>();
    SentRows.of(server.statements())
        .forEach(
            (key, mean) ->
                sent.computeIfAbsent(
                        new Name(key.schema(), key.table()), name -> new LinkedHashMap<>())
                    .put(key, mean));
    List<TableFigures> figures =
        server.tables().parallelStream()
            .filter(table -> table.definition().tableKind() != TableKind.SEQUENCE)
            .map(
                table ->
                    new TableFigures(table, server.bufferPoolBytes(), bounds(table, rows, sent)))
            .toList();
    Map<String, TableFigures> tables = new TreeMap<>();
    figures.forEach(table -> tables.put(table.name(), table));
    return new ServerTables(tables);
  }

  private static ColumnBounds bounds(
      StatisticTable table, Map<Name, Double> rows, Map<Name, Map<SentRows.Key, Double>> sent) {
    Map<String, Double> parents = new HashMap<>();
    for (ForeignKey key : table.definition().foreignKeys()) {
      Double parent =
          rows.get(new Name(key.referencedSchema().orElse(table.schema()), key.referencedTable()));
      if (parent != null && key.columns().size() == 1) {
        parents.put(ColumnKey.ofColumn(key.columns().get(0)), Math.max(1, parent));
      }
    }
    Name name = new Name(table.schema(), table.definition().name());
    Double own = rows.get(name);
    Map<String, Double> seen = new HashMap<>();
    List<ColumnBounds.Together> together = new ArrayList<>();
    if (own != null) {
      sent.getOrDefault(name, Map.of())
          .forEach(
              (key, mean) -> {
                double distinct = Math.max(1, own / Math.max(1, mean));
                if (key.alone() && key.columns().size() == 1) {
                  seen.put(key.columns().get(0), distinct);
                } else {
                  together.add(
                      new ColumnBounds.Together(Set.copyOf(key.columns()), distinct, !key.alone()));
                }
              });
    }
    return new ColumnBounds(parents, seen, together);
  }

  /** A table by its name, spelled as the catalog spells it. */
  public Optional<TableFigures> find(String schema, String table) {
    return Optional.ofNullable(byName.get(new Name(schema, table)));
  }

  /** All, ordered by {@code schema.table}. */
  public List<TableFigures> all() {
    return ordered;
  }
}
