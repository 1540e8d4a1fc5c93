package dev.watershed.analyzer.query;

import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.window.WindowColumns;
import dev.watershed.workload.store.window.WindowSection;
import java.util.Arrays;
import java.util.stream.Stream;

/** A row per window, minute and origin. */
final class MinutesTable {

  private static final long MICROS_PER_MINUTE = 60_000_000;

  private MinutesTable() {}

  static QueryTable<WindowPart> table() {
    Stream<PartColumn<WindowPart>> keys =
        Stream.of(
            new PartColumn<>(QueryColumn.timestamp("minute"), MinutesTable::minutes),
            new PartColumn<>(QueryColumn.integer("origin"), WindowPart::origins));
    return new QueryTable<>(
        "minutes",
        WindowPart.of(WindowSection.MINUTES),
        Stream.of(
                WindowNames.columns().stream(),
                keys,
                MeasureNames.columns(true).stream(),
                Stream.of(LatencyLists.column(WindowSection.MINUTE_LATENCIES)))
            .flatMap(columns -> columns)
            .toList());
  }

  private static ColumnValues minutes(WindowPart part) throws UnreadableFileException {
    long[] minutes = part.longs(WindowColumns.MINUTE);
    return ColumnValues.numbers(
        Arrays.stream(minutes).map(minute -> minute * MICROS_PER_MINUTE).toArray());
  }
}
