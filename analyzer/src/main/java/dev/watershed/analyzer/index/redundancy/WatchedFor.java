package dev.watershed.analyzer.index.redundancy;

import java.util.Locale;

/** Says how long the use of indexes was watched. */
public final class WatchedFor {

  private static final double DAY = 86_400;

  private WatchedFor() {}

  /** How long, on which servers, and what that does not show: a whole sentence. */
  public static String caveat(IndexUsage usage) {
    String servers = String.join(", ", usage.watched().stream().sorted().toList());
    return "Watched for "
        + duration(usage.observedSeconds())
        + " on "
        + servers
        + ": what runs less often, such as a job at the end of a month or year, was not seen.";
  }

  private static String duration(double seconds) {
    return seconds >= 2 * DAY
        ? String.format(Locale.ROOT, "%.0f days", Math.floor(seconds / DAY))
        : seconds >= 7_200
            ? String.format(Locale.ROOT, "%.0f hours", Math.floor(seconds / 3_600))
            : String.format(Locale.ROOT, "%.0f minutes", Math.max(1, Math.floor(seconds / 60)));
  }
}
