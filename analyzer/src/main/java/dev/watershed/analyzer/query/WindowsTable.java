package dev.watershed.analyzer.query;

import dev.watershed.workload.store.column.Column;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowColumns;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowSection;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A row per window: its span, and what it says of its own quality. */
final class WindowsTable {

  private static final long UNKNOWN = -1;

  private WindowsTable() {}

  static QueryTable<WindowPart> table() {
    List<PartColumn<WindowPart>> own =
        List.of(
            new PartColumn<>(
                QueryColumn.text("level"),
                part -> ColumnValues.texts(row -> levelOf(part.window()).key())),
            header(QueryColumn.timestamp("observed_from"), WindowColumns.OBSERVED_FROM_MICROS),
            header(QueryColumn.timestamp("observed_until"), WindowColumns.OBSERVED_UNTIL_MICROS),
            new PartColumn<>(
                QueryColumn.integer("long_query_time_micros"),
                part ->
                    ColumnValues.known(part.longs(WindowColumns.LONG_QUERY_TIME_MICROS), UNKNOWN)),
            new PartColumn<>(QueryColumn.flag("sampled"), WindowsTable::sampled),
            new PartColumn<>(QueryColumn.integer("issues"), WindowsTable::issues));
    return new QueryTable<>(
        "windows",
        WindowPart.ofHours(),
        Stream.concat(WindowNames.columns().stream(), own.stream()).toList());
  }

  private static PartColumn<WindowPart> header(QueryColumn column, Column.Longs of) {
    return new PartColumn<>(column, part -> ColumnValues.numbers(part.longs(of)));
  }

  /** The hours of a file are windows like those that have a file of their own. */
  private static WindowLevel levelOf(StoredWindow window) {
    WindowLevel level = window.name().level();
    return level == WindowLevel.HOURS ? WindowLevel.HOUR : level;
  }

  private static ColumnValues sampled(WindowPart part) throws UnreadableFileException {
    int[] sampled = part.reader().ints(part.table(), WindowColumns.SAMPLED);
    return ColumnValues.numbers(Arrays.stream(sampled).asLongStream().toArray());
  }

  private static ColumnValues issues(WindowPart part) throws UnreadableFileException {
    StoredWindow window = part.window();
    try (ColumnTable issues = window.table(WindowSection.ISSUES, part.reader().memory())) {
      long[] counts = part.reader().longs(issues, WindowColumns.COUNT);
      int[] rows = window.rowsByHour(WindowSection.ISSUES, counts.length);
      long[] sums = new long[rows.length];
      int from = 0;
      for (int hour = 0; hour < rows.length; hour++) {
        sums[hour] = Arrays.stream(counts, from, from + rows[hour]).sum();
        from += rows[hour];
      }
      return ColumnValues.numbers(sums);
    }
  }
}
