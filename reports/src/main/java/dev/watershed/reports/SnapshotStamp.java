package dev.watershed.reports;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * On which snapshot a result rests.
 *
 * @param id of its content
 * @param madeAt when it was made
 * @param from when what it shows begins
 * @param until when that ends, exclusive
 */
public record SnapshotStamp(String id, Instant madeAt, Instant from, Instant until) {

  private static final int HOURS_PER_DAY = 24;
  private static final int MINUTES_PER_HOUR = 60;
  private static final int MOST_HOURS = 72;

  public SnapshotStamp {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(madeAt, "madeAt");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
  }

  /** One line for people, with its age. */
  public String line(Instant now) {
    return "snapshot "
        + id
        + ", made "
        + madeAt
        + " ("
        + age(now)
        + "), of "
        + from
        + " to "
        + until;
  }

  private String age(Instant now) {
    Duration age = Duration.between(madeAt, now);
    if (age.isNegative()) {
      return "in the future, by this machine's clock";
    }
    long minutes = age.toMinutes();
    long hours = minutes / MINUTES_PER_HOUR;
    if (hours == 0) {
      return minutes + " min ago";
    }
    return hours <= MOST_HOURS ? hours + " h ago" : hours / HOURS_PER_DAY + " days ago";
  }
}
