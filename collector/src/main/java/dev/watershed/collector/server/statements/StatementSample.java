package dev.watershed.collector.server.statements;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a server showed of its statements at one moment, packed: there are as many samples in memory
 * as servers, and twice as many while they are taken.
 *
 * @param serverTime what its clock showed
 * @param rows the digest table
 * @param histograms of the rows whose histogram is known; empty where the server has none
 * @param histogramsAt when many histograms were asked for the last time, or some in vain, by the
 *     server's clock
 * @param names of the rows that were seen to move; asked for again when they are missing
 * @param digestsLost executions that found no row of their own
 * @param hidden executions of prepared statements that are in no row, and what they cost; empty
 *     where the server hides none
 */
record StatementSample(
    Instant serverTime,
    Map<DigestKey, DigestCounters> rows,
    Map<DigestKey, BucketCounts> histograms,
    Instant histogramsAt,
    DigestNames names,
    long digestsLost,
    Optional<DigestCounters> hidden) {

  /** Of a server that has only just begun. */
  static final StatementSample BEGINNING =
      new StatementSample(
          Instant.EPOCH, Map.of(), Map.of(), Instant.EPOCH, DigestNames.NONE, 0, Optional.empty());

  StatementSample {
    Objects.requireNonNull(serverTime, "serverTime");
    rows = DigestMap.of(DigestCounters.CODEC, rows);
    histograms = DigestMap.of(BucketCounts.CODEC, histograms);
    Objects.requireNonNull(histogramsAt, "histogramsAt");
    Objects.requireNonNull(names, "names");
    Objects.requireNonNull(hidden, "hidden");
  }

  /** The same with other names. */
  StatementSample withNames(DigestNames others) {
    return new StatementSample(
        serverTime, rows, histograms, histogramsAt, others, digestsLost, hidden);
  }

  /** The same with other histograms. */
  StatementSample withHistograms(Map<DigestKey, BucketCounts> others, Instant at) {
    return new StatementSample(serverTime, rows, others, at, names, digestsLost, hidden);
  }

  /** Whether a row counted anything since an earlier sample, in its counters or its histogram. */
  boolean movedSince(StatementSample before, DigestKey key) {
    return rows.get(key).moved(before.rows().getOrDefault(key, DigestCounters.NOTHING))
        || histograms.containsKey(key)
            && before.histograms().containsKey(key)
            && !histogram(key).equals(before.histogram(key));
  }

  /** Whether the server has histograms, and did not give some of them in time. */
  boolean owesHistograms() {
    return histogramsAt.isAfter(Instant.EPOCH) && !histograms.keySet().containsAll(rows.keySet());
  }

  /** Whether it was this look at which the server did not give them. */
  boolean histogramsGivenUp() {
    return owesHistograms() && histogramsAt.equals(serverTime);
  }

  /** The histogram of a row; nothing where none is known. */
  BucketCounts histogram(DigestKey key) {
    return histograms.getOrDefault(key, BucketCounts.NOTHING);
  }
}
