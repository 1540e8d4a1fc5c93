package dev.watershed.workload.store.window;

import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Measure;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.eclipse.collections.api.list.primitive.ImmutableLongList;
import org.eclipse.collections.impl.set.mutable.primitive.LongHashSet;

/**
 * What a window shows of its server, without its statements one by one.
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

  /** By what they are of. */
  static final Comparator<WindowSummary> ORDER =
      Comparator.comparing(WindowSummary::name).thenComparing(WindowSummary::from);

  private static final long MINUTES_PER_HOUR = 60;

  public WindowSummary {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(hours, "hours");
    Objects.requireNonNull(longQueryTimeSeconds, "longQueryTimeSeconds");
  }

  /** Of the rows of a window. */
  static WindowSummary of(StoredWindow window, WindowRows rows) {
    MergedThreshold threshold = new MergedThreshold();
    int slotMinutes = 1;
    boolean sampled = false;
    for (HeaderTable.Visibility visibility : rows.visibilities()) {
      threshold.add(visibility.longQueryTimeSeconds());
      slotMinutes = Math.max(slotMinutes, visibility.slotMinutes());
      sampled |= visibility.sampled();
    }
    StatementRows statements = rows.statements();
    return new WindowSummary(
        window.name(),
        window.start(),
        window.end(),
        statements.merged(Measure.CALLS),
        statements.merged(Measure.EVENTS_READ),
        statements.merged(Measure.TIME_MICROS),
        statements.merged(Measure.FIRST_SEEN_MICROS),
        statements.merged(Measure.LAST_SEEN_MICROS),
        hours(rows.minuteOf(), slotMinutes),
        threshold.seconds(),
        sampled,
        possibleGaps(rows.issues()));
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

  private static long possibleGaps(List<WindowRows.IssueRow> issues) {
    return issues.stream()
        .filter(issue -> IssueReason.of(issue.reason()) == IssueReason.POSSIBLE_GAP)
        .mapToLong(WindowRows.IssueRow::count)
        .sum();
  }
}
