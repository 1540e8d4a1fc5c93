package dev.watershed.reports.review.document;

import dev.watershed.reports.review.form.DataTable;
import java.util.List;
import java.util.stream.IntStream;

/** A table by column. */
record TableColumns(DataTable table, List<PageColumn> columns) {

  TableColumns {
    columns = List.copyOf(columns);
    if (columns.size() != table.columns().size()) {
      throw new IllegalArgumentException(
          table.id() + ": " + columns.size() + " of " + table.columns().size() + " columns");
    }
  }

  /** Some tables by column. */
  static List<TableColumns> of(List<DataTable> tables) {
    return tables.parallelStream()
        .map(
            table ->
                new TableColumns(
                    table,
                    IntStream.range(0, table.columns().size())
                        .parallel()
                        .mapToObj(position -> PageColumn.of(table, position))
                        .toList()))
        .toList();
  }
}
