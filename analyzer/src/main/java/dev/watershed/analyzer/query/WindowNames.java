package dev.watershed.analyzer.query;

import dev.watershed.workload.store.window.StoredWindow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/** The columns that say which window a row is of. */
final class WindowNames {

  private WindowNames() {}

  /** Those columns of a table. */
  static List<PartColumn<WindowPart>> columns() {
    return List.of(
        new PartColumn<>(
            QueryColumn.text("server"),
            part -> {
              String server = part.window().name().server();
              return ColumnValues.texts(row -> server);
            }),
        new PartColumn<>(
            QueryColumn.text("source"),
            part -> {
              String source = part.window().name().source();
              return ColumnValues.texts(row -> source);
            }),
        new PartColumn<>(
            QueryColumn.timestamp("window_start"), part -> instants(part, StoredWindow::start)),
        new PartColumn<>(
            QueryColumn.timestamp("window_end"), part -> instants(part, StoredWindow::end)));
  }

  private static ColumnValues instants(WindowPart part, Function<StoredWindow, Instant> of) {
    return part.byHour(hour -> micros(of.apply(part.window().hour(hour))));
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
