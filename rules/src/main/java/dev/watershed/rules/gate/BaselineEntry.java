package dev.watershed.rules.gate;

import dev.watershed.rules.verdict.ViolationKey;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A violation that was accepted as it was.
 *
 * @param key what it is known by
 * @param since the day on which it was accepted
 * @param missing how long it was not seen when the baseline was last brought up to date; empty if
 *     it was there
 * @param yearly whether it belongs to a job that runs once a year
 */
public record BaselineEntry(
    ViolationKey key, LocalDate since, Optional<Missing> missing, boolean yearly) {

  public BaselineEntry {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(missing, "missing");
  }

  /** One that was seen and accepted on a day. */
  public static BaselineEntry accepted(ViolationKey key, LocalDate day) {
    return new BaselineEntry(key, day, Optional.empty(), false);
  }

  /** The same under another key. */
  public BaselineEntry as(ViolationKey other) {
    return new BaselineEntry(other, since, missing, yearly);
  }

  /** The same, not seen for so long. */
  BaselineEntry missing(Optional<Missing> absence) {
    return new BaselineEntry(key, since, absence, yearly);
  }
}
