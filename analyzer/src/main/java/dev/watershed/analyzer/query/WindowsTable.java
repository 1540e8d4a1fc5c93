package dev.watershed.analyzer.query;

import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowColumns;
import dev.watershed.workload.store.window.WindowSection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A row per window: its span, and what it says of its own quality. */
final class WindowsTable implements QueryTable {

  private static final long UNKNOWN = -1;

  @Override
  public String name() {
    return "windows";
  }

  @Override
  public List<QueryColumn> columns() {
    return Stream.concat(
            WindowNames.COLUMNS.stream(),
            Stream.of(
                QueryColumn.text("level"),
                QueryColumn.timestamp("observed_from"),
                QueryColumn.timestamp("observed_until"),
                QueryColumn.integer("long_query_time_micros"),
                QueryColumn.flag("sampled"),
                QueryColumn.integer("issues")))
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
    List<ColumnValues> values = new ArrayList<>();
    try (ColumnTable header = window.table(WindowSection.HEADER, reader.memory());
        ColumnTable issues = window.table(WindowSection.ISSUES, reader.memory())) {
      for (QueryColumn column : wanted) {
        values.add(
            WindowNames.COLUMNS.contains(column)
                ? WindowNames.values(window.name(), column)
                : values(window, header, issues, column, reader));
      }
    }
    return new Part(1, values);
  }

  private static ColumnValues values(
      StoredWindow window,
      ColumnTable header,
      ColumnTable issues,
      QueryColumn column,
      PartReader reader)
      throws UnreadableFileException {
    return switch (column.name()) {
      case "level" -> ColumnValues.texts(row -> window.name().level().key());
      case "observed_from" -> ColumnValues.number(header.only(WindowColumns.OBSERVED_FROM_MICROS));
      case "observed_until" ->
          ColumnValues.number(header.only(WindowColumns.OBSERVED_UNTIL_MICROS));
      case "long_query_time_micros" ->
          ColumnValues.known(
              new long[] {header.only(WindowColumns.LONG_QUERY_TIME_MICROS)}, UNKNOWN);
      case "sampled" -> ColumnValues.number(header.only(WindowColumns.SAMPLED));
      default ->
          ColumnValues.number(Arrays.stream(reader.longs(issues, WindowColumns.COUNT)).sum());
    };
  }
}
