package dev.watershed.analyzer.neighbour;

import java.time.Instant;
import java.util.Objects;

/**
 * A stretch of time that has a name.
 *
 * @param from when it begins
 * @param to when it is over
 */
public record CalendarEntry(String name, Instant from, Instant to) {

  public CalendarEntry {
    Objects.requireNonNull(name, "name");
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "'" + name + "' ends at " + to + ", not after its start at " + from);
    }
  }

  /** Whether some of a stretch of time lies in it. */
  public boolean overlaps(Instant start, Instant end) {
    return start.isBefore(to) && end.isAfter(from);
  }
}
