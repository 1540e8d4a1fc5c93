package dev.watershed.workload.store;

import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.observation.ObservationBounds;
import java.time.Duration;
import java.util.Objects;

/**
 * How long windows stay as fine as they are.
 *
 * @param slots older slots become hours
 * @param hours older hours become days
 * @param days older days are deleted
 * @param bounds what a compacted window may hold
 * @param observationBounds what it may hold beside statements
 */
public record CompactionPolicy(
    Duration slots,
    Duration hours,
    Duration days,
    WorkloadBounds bounds,
    ObservationBounds observationBounds) {

  /**
   * A day keeps its minutes with up to 499 origins. More than a reader holds, so that what is read
   * does not depend on what was compacted; the other bounds are the reader's for the same reason.
   */
  private static final int MINUTE_ROWS = 1_440 * 500;

  public CompactionPolicy {
    Objects.requireNonNull(bounds, "bounds");
    Objects.requireNonNull(observationBounds, "observationBounds");
    if (slots.isNegative() || hours.compareTo(slots) < 0 || days.compareTo(hours) < 0) {
      throw new IllegalArgumentException(
          "ages must grow from slots to hours to days: " + slots + ", " + hours + ", " + days);
    }
  }

  /** With the standard bounds of observations. */
  public CompactionPolicy(Duration slots, Duration hours, Duration days, WorkloadBounds bounds) {
    this(slots, hours, days, bounds, ObservationBounds.standard());
  }

  /** Slots for two days, hours for two weeks, days for 400 days. */
  public static CompactionPolicy standard() {
    return new CompactionPolicy(
        Duration.ofDays(2),
        Duration.ofDays(14),
        Duration.ofDays(400),
        WorkloadBounds.standard().withMinuteRows(MINUTE_ROWS));
  }
}
