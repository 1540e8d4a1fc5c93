package dev.watershed.analyzer.query;

import dev.watershed.workload.store.window.WindowName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The columns that say which window a row is of. */
final class WindowNames {

  static final List<QueryColumn> COLUMNS =
      List.of(
          QueryColumn.text("server"),
          QueryColumn.text("source"),
          QueryColumn.timestamp("window_start"),
          QueryColumn.timestamp("window_end"));

  private WindowNames() {}

  static ColumnValues values(WindowName name, QueryColumn column) {
    return switch (column.name()) {
      case "server" -> ColumnValues.texts(row -> name.server());
      case "source" -> ColumnValues.texts(row -> name.source());
      case "window_start" -> ColumnValues.number(micros(name.start()));
      case "window_end" -> ColumnValues.number(micros(name.end()));
      default -> throw new IllegalArgumentException(column.name());
    };
  }

  static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
