package dev.watershed.collector.reference;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The time of a group when it is compared with another group's.
 *
 * @param instant the {@code # Time} line's, or else that of {@code SET timestamp}
 * @param secondsOnly whether it has whole seconds only
 */
record ReferenceGroupTime(Instant instant, boolean secondsOnly) {

  static Optional<ReferenceGroupTime> of(ReferenceHeader header, ReferenceOptions options) {
    Optional<ReferenceTimeLine> line =
        header.time().map(text -> ReferenceTimeLine.of(text, options.timeZone()));
    Optional<ReferenceGroupTime> own =
        line.flatMap(
            time -> time.instant().map(i -> new ReferenceGroupTime(i, time.secondsOnly())));
    if (own.isPresent() || header.timestampSeconds().isEmpty()) {
      return own;
    }
    Instant timestamp = Instant.ofEpochSecond(header.timestampSeconds().getAsLong());
    return Optional.of(new ReferenceGroupTime(timestamp, true));
  }

  /** Whether this time is not after another, as far as the coarser of the two can tell. */
  boolean notAfter(ReferenceGroupTime other) {
    if (secondsOnly || other.secondsOnly) {
      Instant own = instant.truncatedTo(ChronoUnit.SECONDS);
      return !own.isAfter(other.instant.truncatedTo(ChronoUnit.SECONDS));
    }
    return !instant.isAfter(other.instant);
  }
}
