package dev.watershed.analyzer.index.selection;

import dev.watershed.analyzer.index.cost.CostModel;
import dev.watershed.analyzer.index.statistics.ColumnKey;
import dev.watershed.analyzer.index.statistics.IndexFigures;
import dev.watershed.analyzer.index.statistics.TableFigures;
import dev.watershed.sql.StatementKind;
import dev.watershed.sql.facts.TableWrite;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What writes make of the indexes of one table.
 *
 * @param writes of the table, by all statements
 */
record Upkeep(List<Write> writes) {

  /** Finding an entry's page, changing it, and writing it in the end. */
  private static final double PAGES_PER_ENTRY = 2;

  /**
   * Rows that a statement writes.
   *
   * @param rows of all calls
   * @param entries that each row changes in an index that holds a column of {@code columns}
   * @param columns {@link ColumnKey}s; empty if every index is concerned
   */
  record Write(double rows, double entries, Set<String> columns) {

    /** Of rows that nobody counted. */
    static Write of(TableWrite write, StatementKind kind, double rows, double tableRows) {
      return switch (write.kind()) {
        case INSERT, UPSERT, DELETE -> new Write(rows, 1, Set.of());
        case REPLACE -> new Write(rows, 2, Set.of());
        case UPDATE -> new Write(rows, 2, set(write));
        case WHOLE -> new Write(kind == StatementKind.TRUNCATE ? 0 : rows * tableRows, 1, Set.of());
      };
    }

    /**
     * Of rows that the server counted as affected: a row that is replaced, or found by ON DUPLICATE
     * KEY UPDATE and changed, counts twice, as it is written (MySQL 9.7 Reference Manual, "INSERT
     * ... ON DUPLICATE KEY UPDATE Statement", "REPLACE Statement").
     */
    static Write counted(TableWrite write, StatementKind kind, double affected) {
      return switch (write.kind()) {
        case INSERT, UPSERT, REPLACE, DELETE -> new Write(affected, 1, Set.of());
        case UPDATE -> new Write(affected, 2, set(write));
        case WHOLE -> new Write(kind == StatementKind.TRUNCATE ? 0 : affected, 1, Set.of());
      };
    }

    private static Set<String> set(TableWrite write) {
      Set<String> set = new HashSet<>();
      write.columns().forEach(column -> set.add(ColumnKey.ofColumn(column)));
      return set;
    }
  }

  Upkeep {
    writes = List.copyOf(writes);
  }

  /** Entries of an index that all writes make, change or remove. */
  double entries(IndexFigures index, TableFigures table) {
    Set<String> held = new HashSet<>(index.keys());
    index.keys().stream()
        .filter(key -> key.startsWith("("))
        .forEach(key -> held.addAll(columnsIn(key, table)));
    return writes.stream()
        .filter(write -> write.columns.isEmpty() || write.columns.stream().anyMatch(held::contains))
        .mapToDouble(write -> write.rows * write.entries)
        .sum();
  }

  private static List<String> columnsIn(String expression, TableFigures table) {
    return table.definition().columns().stream()
        .map(column -> ColumnKey.ofColumn(column.name()))
        .filter(expression::contains)
        .toList();
  }

  /** What that costs. */
  double cost(IndexFigures index, TableFigures table, CostModel model) {
    double entry = model.pages(PAGES_PER_ENTRY, index.residency()) + model.rows(1);
    return entries(index, table) * entry;
  }
}
