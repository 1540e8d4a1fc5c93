package dev.watershed.analyzer.query;

import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowColumns;
import dev.watershed.workload.store.window.WindowSection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A row per window, minute and origin. */
final class MinutesTable implements QueryTable {

  private static final long MICROS_PER_MINUTE = 60_000_000;

  @Override
  public String name() {
    return "minutes";
  }

  @Override
  public List<QueryColumn> columns() {
    return Stream.of(
            WindowNames.COLUMNS,
            List.of(QueryColumn.timestamp("minute"), QueryColumn.integer("origin")),
            MeasureNames.columns(true))
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public int parts(QuerySource source) {
    return source.windows();
  }

  @Override
  public Part open(QuerySource source, int part, List<QueryColumn> wanted, PartReader reader)
      throws UnreadableFileException {
    StoredWindow window = source.window(part);
    try (ColumnTable table = window.table(WindowSection.MINUTES, reader.memory())) {
      List<ColumnValues> values = new ArrayList<>();
      for (QueryColumn column : wanted) {
        if (WindowNames.COLUMNS.contains(column)) {
          values.add(WindowNames.values(window.name(), column));
        } else if (column.name().equals("minute")) {
          long[] minutes = reader.longs(table, WindowColumns.MINUTE);
          for (int row = 0; row < minutes.length; row++) {
            minutes[row] *= MICROS_PER_MINUTE;
          }
          values.add(ColumnValues.numbers(minutes));
        } else if (column.name().equals("origin")) {
          values.add(StatementsTable.origins(source, window, table, reader));
        } else {
          values.add(MeasureNames.values(table, column, reader));
        }
      }
      return new Part(table.rows(), values);
    }
  }
}
