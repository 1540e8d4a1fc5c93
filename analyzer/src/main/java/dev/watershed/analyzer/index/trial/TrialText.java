package dev.watershed.analyzer.index.trial;

import dev.watershed.sql.facts.QueryBlock;
import dev.watershed.sql.facts.RowSource;
import dev.watershed.sql.facts.StatementFacts;
import dev.watershed.sql.facts.TableRef;
import dev.watershed.sql.parse.LiteralSlot;
import dev.watershed.sql.parse.LiteralSlot.Role;
import dev.watershed.sql.parse.StatementTemplate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fills a fingerprint with literals of the copy's own rows. All literals that are compared with
 * columns of one table come from one row, so that conditions on several columns meet; the two ends
 * of BETWEEN and the values of IN are that of the row, too. A LIKE gets the value itself. LIMIT is
 * 20, OFFSET 0; every other literal is 1.
 */
final class TrialText {

  private static final String ROWS = "20";

  private final TrialHost host;

  TrialText(TrialHost host) {
    this.host = host;
  }

  /**
   * A statement that can be run.
   *
   * @param guessed whether a compared literal could not be drawn
   */
  record Filled(String sql, boolean guessed) {}

  private record Column(TableRef table, String name) {}

  /**
   * Fills it.
   *
   * @param offset of the row from which literals are taken, in every table
   * @return empty if a table has no rows to draw from
   */
  Optional<Filled> fill(String fingerprint, StatementFacts facts, int offset)
      throws TrialFailedException, StatementRefusedException {
    StatementTemplate template = StatementTemplate.of(fingerprint);
    List<Optional<Column>> columns = new ArrayList<>();
    for (LiteralSlot slot : template.slots()) {
      columns.add(column(slot, facts));
    }
    Map<Column, String> values = draw(columns, offset);
    List<String> literals = new ArrayList<>();
    boolean guessed = false;
    for (int i = 0; i < columns.size(); i++) {
      Role role = template.slots().get(i).role();
      Optional<String> drawn = columns.get(i).map(values::get);
      if (drawn.isPresent()) {
        literals.add(drawn.get());
      } else if (columns.get(i).isPresent()) {
        return Optional.empty();
      } else {
        literals.add(role == Role.LIMIT ? ROWS : role == Role.OFFSET ? "0" : "1");
        guessed |= role != Role.LIMIT && role != Role.OFFSET;
      }
    }
    return Optional.of(new Filled(template.filled(literals), guessed));
  }

  private Map<Column, String> draw(List<Optional<Column>> columns, int offset)
      throws TrialFailedException, StatementRefusedException {
    Map<TableRef, Set<String>> wanted = new LinkedHashMap<>();
    for (Optional<Column> column : columns) {
      column.ifPresent(
          known ->
              wanted
                  .computeIfAbsent(known.table(), unused -> new LinkedHashSet<>())
                  .add(known.name()));
    }
    Map<Column, String> values = new HashMap<>();
    for (Map.Entry<TableRef, Set<String>> table : wanted.entrySet()) {
      String schema = table.getKey().schema().orElseThrow();
      List<String> names = List.copyOf(table.getValue());
      Optional<List<String>> row = host.draw(schema, table.getKey().table(), names, offset);
      if (row.isEmpty()) {
        row = host.draw(schema, table.getKey().table(), names, 0);
      }
      for (int i = 0; row.isPresent() && i < names.size(); i++) {
        values.put(new Column(table.getKey(), names.get(i)), row.get().get(i));
      }
    }
    return values;
  }

  /** The column of the first block that has a table of this name or alias with such a column. */
  private static Optional<Column> column(LiteralSlot slot, StatementFacts facts) {
    if (slot.column().isEmpty()) {
      return Optional.empty();
    }
    for (QueryBlock block : facts.blocks()) {
      for (int source = 0; source < block.sources().size(); source++) {
        if (block.sources().get(source) instanceof RowSource.Table table
            && table.table().presence() == TableRef.Presence.KNOWN
            && slot.qualifier().stream().allMatch(table.alias()::equalsIgnoreCase)) {
          Optional<String> name =
              block.columnsOf(source).stream().filter(slot.column()::equalsIgnoreCase).findFirst();
          if (name.isPresent()) {
            return Optional.of(new Column(table.table(), name.get()));
          }
        }
      }
    }
    return Optional.empty();
  }
}
