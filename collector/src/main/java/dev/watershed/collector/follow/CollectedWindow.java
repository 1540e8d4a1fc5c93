package dev.watershed.collector.follow;

import dev.watershed.collector.slowlog.CarriedState;
import dev.watershed.collector.slowlog.ReadWindow;
import dev.watershed.workload.Workload;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.store.window.WindowSource;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What one source of one server showed in one time slot, or in a part of it.
 *
 * @param number tells the windows of the source apart; each is one more than the one before
 * @param slotStart where the slot begins
 * @param observedFrom since when the source was watched for this window
 * @param observedUntil until when, exclusive
 * @param observations what the source showed beside statements
 * @param cursor what the next window needs to continue exactly
 */
public record CollectedWindow(
    String server,
    String source,
    long number,
    Instant slotStart,
    Instant observedFrom,
    Instant observedUntil,
    Workload workload,
    Observations observations,
    byte[] cursor) {

  public CollectedWindow {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(slotStart, "slotStart");
    Objects.requireNonNull(workload, "workload");
    Objects.requireNonNull(observations, "observations");
    cursor = cursor.clone();
    if (number < 1) {
      throw new IllegalArgumentException("window number " + number);
    }
    if (observedUntil.isBefore(observedFrom)) {
      throw new IllegalArgumentException(observedFrom + " to " + observedUntil);
    }
  }

  /**
   * A window of a slow log.
   *
   * @param before what was carried into it; empty for the first window of a log
   * @param next from which the next window continues
   * @param slotOver whether the log showed that its slot is over
   */
  static CollectedWindow ofLog(
      String server,
      long number,
      ReadWindow window,
      Optional<CarriedState> before,
      LogCursor next,
      boolean slotOver) {
    LogSpan span = LogSpan.of(window, before, next.carried(), slotOver);
    return new CollectedWindow(
        server,
        WindowSource.SLOW_LOG,
        number,
        window.slotStart(),
        span.from(),
        span.until(),
        window.workload(),
        CursorBytes.encode(next));
  }

  /** A window of a source that shows nothing but statements. */
  public CollectedWindow(
      String server,
      String source,
      long number,
      Instant slotStart,
      Instant observedFrom,
      Instant observedUntil,
      Workload workload,
      byte[] cursor) {
    this(
        server,
        source,
        number,
        slotStart,
        observedFrom,
        observedUntil,
        workload,
        Observations.NONE,
        cursor);
  }

  @Override
  public byte[] cursor() {
    return cursor.clone();
  }
}
