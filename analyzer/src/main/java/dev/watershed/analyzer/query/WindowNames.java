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
  static <P> List<PartColumn<P>> columns(Function<P, StoredWindow> windowOf) {
    return List.of(
        new PartColumn<>(
            QueryColumn.text("server"),
            part -> {
              String server = windowOf.apply(part).name().server();
              return ColumnValues.texts(row -> server);
            }),
        new PartColumn<>(
            QueryColumn.text("source"),
            part -> {
              String source = windowOf.apply(part).name().source();
              return ColumnValues.texts(row -> source);
            }),
        new PartColumn<>(
            QueryColumn.timestamp("window_start"),
            part -> ColumnValues.number(micros(windowOf.apply(part).name().start()))),
        new PartColumn<>(
            QueryColumn.timestamp("window_end"),
            part -> ColumnValues.number(micros(windowOf.apply(part).name().end()))));
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
