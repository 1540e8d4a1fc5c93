package dev.watershed.analyzer.index.redundancy;

import dev.watershed.analyzer.saying.Saying;

/** Says how long the use of indexes was watched. */
public final class WatchedFor {

  private static final double DAY = 86_400;

  private WatchedFor() {}

  /** How long, on which servers, and what that does not show: a whole sentence. */
  public static Saying caveat(IndexUsage usage) {
    return caveat(usage, usage.observedSeconds());
  }

  /** The same of an index that was watched for so long. */
  static Saying caveat(IndexUsage usage, double seconds) {
    return Saying.of(
        "caveat.watched",
        "Watched for {0} on {1}: what runs less often, such as a job at the end of a month or year,"
            + " was not seen.",
        duration(seconds),
        usage.watched().stream().sorted().toList());
  }

  private static Saying duration(double seconds) {
    return seconds >= 2 * DAY
        ? Saying.of("days", "{0} days", Saying.number(Math.floor(seconds / DAY), 0))
        : seconds >= 7_200
            ? Saying.of("hours", "{0} hours", Saying.number(Math.floor(seconds / 3_600), 0))
            : Saying.of(
                "minutes", "{0} minutes", Saying.number(Math.max(1, Math.floor(seconds / 60)), 0));
  }
}
