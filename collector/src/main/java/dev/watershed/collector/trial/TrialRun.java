package dev.watershed.collector.trial;

import java.util.Objects;

/**
 * What a statement did.
 *
 * @param rowsRead by the storage engine: the sum of the session's {@code Handler_read_…}
 * @param micros of the fastest of several runs, with the transfer of the rows
 * @param explanation {@code EXPLAIN FORMAT=JSON}
 */
public record TrialRun(long rowsRead, long micros, String explanation) {

  public TrialRun {
    Objects.requireNonNull(explanation, "explanation");
  }
}
