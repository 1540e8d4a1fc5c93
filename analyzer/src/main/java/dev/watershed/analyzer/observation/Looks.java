package dev.watershed.analyzer.observation;

import java.util.Objects;

/**
 * How often a server was looked at between its samples.
 *
 * @param server which
 * @param subject what was looked for
 * @param estimator what a look stands for
 * @param taken looks
 * @param failed looks that failed or came too late
 * @param spanMicros the time that those taken stand for
 * @param longestGapMicros the longest time between two of them; 0 where there are not two
 * @param cutTexts samples whose statement the server had cut, so that tags at its end are lost
 * @param lumpedRows rows beyond those read in one look
 */
public record Looks(
    String server,
    String subject,
    String estimator,
    long taken,
    long failed,
    long spanMicros,
    long longestGapMicros,
    long cutTexts,
    long lumpedRows) {

  public Looks {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(estimator, "estimator");
  }

  /** How many were due. */
  public long planned() {
    return taken + failed;
  }
}
