package dev.watershed.collector.follow;

import dev.watershed.collector.slowlog.CarriedState;
import dev.watershed.collector.slowlog.ReadWindow;
import dev.watershed.collector.slowlog.WindowReader;
import dev.watershed.workload.Measure;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.Workload;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a window of a log tells of: the time between the windows before and after it.
 *
 * @param until exclusive
 */
public record LogSpan(Instant from, Instant until) {

  public LogSpan {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException(from + " to " + until);
    }
  }

  /**
   * The span of a window.
   *
   * @param before what was carried into it; empty for the first window of a log
   * @param after what is carried over from it
   * @param slotOver whether the log showed that its slot is over
   */
  public static LogSpan of(
      ReadWindow window, Optional<CarriedState> before, CarriedState after, boolean slotOver) {
    Instant from = observedFrom(window, before);
    Instant until = observedUntil(window, after, slotOver);
    return new LogSpan(from.isAfter(until) ? until : from, until);
  }

  /** The end of the window before, if it reaches into the slot; the first event of all. */
  private static Instant observedFrom(ReadWindow window, Optional<CarriedState> carried) {
    OptionalLong before = carried.isPresent() ? carried.get().lastMicros() : OptionalLong.empty();
    if (before.isEmpty()) {
      return firstSeen(window.workload()).orElse(window.slotStart());
    }
    Instant end = instant(before.getAsLong());
    boolean inside =
        end.isAfter(window.slotStart()) && end.isBefore(window.slotStart().plus(WindowReader.SLOT));
    return inside ? end : window.slotStart();
  }

  private static Instant observedUntil(ReadWindow window, CarriedState carried, boolean slotOver) {
    Instant slotEnd = window.slotStart().plus(WindowReader.SLOT);
    if (slotOver || carried.lastMicros().isEmpty()) {
      return slotEnd;
    }
    Instant last = instant(carried.lastMicros().getAsLong() + 1);
    return last.isBefore(window.slotStart()) || last.isAfter(slotEnd) ? slotEnd : last;
  }

  private static Optional<Instant> firstSeen(Workload workload) {
    StatementTable table = workload.statements();
    long first = Long.MAX_VALUE;
    for (int row = 0; row < table.size(); row++) {
      first = Math.min(first, table.value(row, Measure.FIRST_SEEN_MICROS));
    }
    return first == Long.MAX_VALUE ? Optional.empty() : Optional.of(instant(first));
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
