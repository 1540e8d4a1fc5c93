package dev.watershed.workload.store.window;

import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Measure;
import dev.watershed.workload.store.column.Column;
import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.container.UnreadableFileException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.eclipse.collections.api.list.primitive.ImmutableLongList;
import org.eclipse.collections.impl.set.mutable.primitive.LongHashSet;

/**
 * What a window shows of its server, without its statements one by one: cheap to read, since only a
 * few columns are.
 *
 * @param name what its file is of
 * @param from when it begins; later than its file's name where only some hours were asked for
 * @param until when it ends, exclusive
 * @param calls executions logged, weighted where the log was sampled
 * @param eventsRead events, unweighted
 * @param timeMicros sum of the execution times
 * @param firstSeenMicros the end of the first execution, since 1970; {@link Long#MAX_VALUE} if none
 *     has a time
 * @param lastSeenMicros the end of the last one; {@link Long#MIN_VALUE} likewise
 * @param hours those in which an execution ended, since 1970, each once, ascending; where rows of
 *     minutes are wider than an hour, all that they cover
 * @param longQueryTimeSeconds the threshold of the log, if known
 * @param sampled whether events stand for several executions
 * @param possibleGaps how often events may be missing
 */
public record WindowSummary(
    WindowName name,
    Instant from,
    Instant until,
    long calls,
    long eventsRead,
    long timeMicros,
    long firstSeenMicros,
    long lastSeenMicros,
    ImmutableLongList hours,
    OptionalDouble longQueryTimeSeconds,
    boolean sampled,
    long possibleGaps) {

  private static final long MINUTES_PER_HOUR = 60;

  public WindowSummary {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(hours, "hours");
    Objects.requireNonNull(longQueryTimeSeconds, "longQueryTimeSeconds");
  }

  /**
   * Reads it.
   *
   * @throws UnreadableFileException if the window is damaged
   */
  public static WindowSummary read(StoredWindow window, ColumnMemory memory)
      throws UnreadableFileException {
    List<HeaderTable.Visibility> visibilities = window.visibilities(memory);
    MergedThreshold threshold = new MergedThreshold();
    visibilities.forEach(visibility -> threshold.add(visibility.longQueryTimeSeconds()));
    int slotMinutes =
        visibilities.stream().mapToInt(HeaderTable.Visibility::slotMinutes).max().orElse(1);
    try (ColumnTable statements = window.table(WindowSection.STATEMENTS, memory);
        ColumnTable minutes = window.table(WindowSection.MINUTES, memory)) {
      return new WindowSummary(
          window.name(),
          window.start(),
          window.end(),
          merged(statements, Measure.CALLS),
          merged(statements, Measure.EVENTS_READ),
          merged(statements, Measure.TIME_MICROS),
          merged(statements, Measure.FIRST_SEEN_MICROS),
          merged(statements, Measure.LAST_SEEN_MICROS),
          hours(column(minutes, WindowColumns.MINUTE), slotMinutes),
          threshold.seconds(),
          visibilities.stream().anyMatch(HeaderTable.Visibility::sampled),
          possibleGaps(window, memory));
    }
  }

  private static long merged(ColumnTable statements, Measure measure)
      throws UnreadableFileException {
    long merged = measure.neutral();
    for (long value : column(statements, WindowColumns.of(measure))) {
      merged =
          switch (measure.merge()) {
            case SUM -> merged + value;
            case MIN -> Math.min(merged, value);
            case MAX -> Math.max(merged, value);
          };
    }
    return merged;
  }

  private static ImmutableLongList hours(long[] minutes, int slotMinutes) {
    LongHashSet hours = new LongHashSet();
    for (long minute : minutes) {
      for (long within = 0; within < slotMinutes; within += MINUTES_PER_HOUR) {
        hours.add(Math.floorDiv(minute + within, MINUTES_PER_HOUR));
      }
    }
    return hours.toSortedList().toImmutable();
  }

  private static long possibleGaps(StoredWindow window, ColumnMemory memory)
      throws UnreadableFileException {
    return WindowRows.issues(window, memory).stream()
        .filter(issue -> IssueReason.of(issue.reason()) == IssueReason.POSSIBLE_GAP)
        .mapToLong(WindowRows.IssueRow::count)
        .sum();
  }

  private static long[] column(ColumnTable table, Column.Longs column)
      throws UnreadableFileException {
    long[] values = new long[table.rows()];
    table.copy(column, values);
    return values;
  }
}
