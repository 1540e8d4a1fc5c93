package dev.watershed.collector.server.statements;

import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.workload.LatencyHistogram;
import dev.watershed.workload.Measure;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What ran between two samples.
 *
 * @param serverTime what the server's clock showed at the later one
 * @param executions per row of the digest table that moved
 * @param resets rows that were set back in between
 * @param digestsLost executions that found no row of their own, by the server's own count
 * @param hiddenExecutions executions of prepared statements that no row shows
 * @param ownExecutions executions of Watershed itself, in no row here
 * @param untimedExecutions executions whose histogram the server did not give in time
 * @param histogramsGivenUp whether it did not at the later sample
 */
record StatementDifference(
    Instant serverTime,
    List<Executions> executions,
    long resets,
    long digestsLost,
    long hiddenExecutions,
    long ownExecutions,
    long untimedExecutions,
    boolean histogramsGivenUp) {

  StatementDifference {
    Objects.requireNonNull(serverTime, "serverTime");
    executions = List.copyOf(executions);
  }

  /** How many executions it tells of. */
  long calls() {
    return executions.stream().mapToLong(Executions::calls).sum();
  }

  /**
   * Executions of one statement under one default schema.
   *
   * @param fingerprint empty for those that the server lumped
   * @param schema empty if there was none
   * @param figures by the order of {@link dev.watershed.workload.Measure}; instants by the server's
   *     clock, the first one unknown unless the statement was new
   * @param histogram their times; of none of them where the server has no histograms, and of those
   *     before the last look at the histogram otherwise
   */
  record Executions(
      Optional<Fingerprint> fingerprint,
      String schema,
      long[] figures,
      LatencyHistogram histogram) {

    Executions {
      Objects.requireNonNull(fingerprint, "fingerprint");
      Objects.requireNonNull(schema, "schema");
      Objects.requireNonNull(histogram, "histogram");
      figures = figures.clone();
    }

    long calls() {
      return figures[Measure.CALLS.ordinal()];
    }

    @Override
    public long[] figures() {
      return figures.clone();
    }
  }
}
