package dev.watershed.workload.store.window;

import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Measure;
import dev.watershed.workload.store.column.Column;
import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.container.UnreadableFileException;
import java.util.Objects;
import java.util.OptionalDouble;
import org.eclipse.collections.api.list.primitive.ImmutableLongList;
import org.eclipse.collections.impl.factory.primitive.LongLists;

/**
 * What a window shows of its server, without its statements one by one: cheap to read, since only a
 * few columns are.
 *
 * @param calls executions logged, weighted where the log was sampled
 * @param eventsRead events, unweighted
 * @param timeMicros sum of the execution times
 * @param firstSeenMicros the end of the first execution, since 1970; {@link Long#MAX_VALUE} if none
 *     has a time
 * @param lastSeenMicros the end of the last one; {@link Long#MIN_VALUE} likewise
 * @param minutes those in which an execution ended, since 1970, with repetitions, in no order
 * @param longQueryTimeSeconds the threshold of the log, if known
 * @param sampled whether events stand for several executions
 * @param possibleGaps how often events may be missing
 */
public record WindowSummary(
    WindowName name,
    long calls,
    long eventsRead,
    long timeMicros,
    long firstSeenMicros,
    long lastSeenMicros,
    ImmutableLongList minutes,
    OptionalDouble longQueryTimeSeconds,
    boolean sampled,
    long possibleGaps) {

  public WindowSummary {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(minutes, "minutes");
    Objects.requireNonNull(longQueryTimeSeconds, "longQueryTimeSeconds");
  }

  /**
   * Reads it.
   *
   * @throws UnreadableFileException if the window is damaged
   */
  public static WindowSummary read(StoredWindow window, ColumnMemory memory)
      throws UnreadableFileException {
    HeaderTable.Visibility visibility = window.visibility(memory);
    try (ColumnTable statements = window.table(WindowSection.STATEMENTS, memory);
        ColumnTable minutes = window.table(WindowSection.MINUTES, memory)) {
      return new WindowSummary(
          window.name(),
          merged(statements, Measure.CALLS),
          merged(statements, Measure.EVENTS_READ),
          merged(statements, Measure.TIME_MICROS),
          merged(statements, Measure.FIRST_SEEN_MICROS),
          merged(statements, Measure.LAST_SEEN_MICROS),
          LongLists.immutable.of(column(minutes, WindowColumns.MINUTE)),
          visibility.longQueryTimeSeconds(),
          visibility.sampled(),
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
