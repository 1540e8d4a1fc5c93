package dev.watershed.analyzer.query;

import dev.watershed.workload.store.column.Column;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.window.WindowColumns;
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
                part -> ColumnValues.texts(row -> part.window().name().level().key())),
            header(QueryColumn.timestamp("observed_from"), WindowColumns.OBSERVED_FROM_MICROS),
            header(QueryColumn.timestamp("observed_until"), WindowColumns.OBSERVED_UNTIL_MICROS),
            new PartColumn<>(
                QueryColumn.integer("long_query_time_micros"),
                part ->
                    ColumnValues.known(part.longs(WindowColumns.LONG_QUERY_TIME_MICROS), UNKNOWN)),
            new PartColumn<>(
                QueryColumn.flag("sampled"),
                part -> ColumnValues.number(part.table().only(WindowColumns.SAMPLED))),
            new PartColumn<>(QueryColumn.integer("issues"), WindowsTable::issues));
    return new QueryTable<>(
        "windows",
        WindowPart.of(WindowSection.HEADER),
        Stream.concat(WindowNames.columns(WindowPart::window).stream(), own.stream()).toList());
  }

  private static PartColumn<WindowPart> header(QueryColumn column, Column.Longs of) {
    return new PartColumn<>(column, part -> ColumnValues.numbers(part.longs(of)));
  }

  private static ColumnValues issues(WindowPart part) throws UnreadableFileException {
    try (ColumnTable issues = part.window().table(WindowSection.ISSUES, part.reader().memory())) {
      return ColumnValues.number(
          Arrays.stream(part.reader().longs(issues, WindowColumns.COUNT)).sum());
    }
  }
}
