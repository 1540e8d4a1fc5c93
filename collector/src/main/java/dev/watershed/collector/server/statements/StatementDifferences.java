package dev.watershed.collector.server.statements;

import dev.watershed.collector.server.statements.StatementDifference.Executions;
import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.LatencyHistogram;
import dev.watershed.workload.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the difference of two samples of one server process, row by row. */
final class StatementDifferences {

  private static final long MICROS_PER_SECOND = 1_000_000;

  private final StatementSample previous;
  private final StatementSample current;
  private final Map<DigestKey, DigestName> names;
  private final boolean owed;
  private final boolean owedBefore;
  private final List<Executions> executions = new ArrayList<>();
  private long resets;
  private long own;
  private long untimed;
  private long hidden;

  private StatementDifferences(StatementSample previous, StatementSample current) {
    this.previous = previous;
    this.current = current;
    this.names = current.names().open();
    this.owed = current.owesHistograms();
    this.owedBefore = previous.owesHistograms();
  }

  static StatementDifference of(StatementSample previous, StatementSample current) {
    StatementDifferences taking = new StatementDifferences(previous, current);
    taking.rows();
    taking.hidden();
    return new StatementDifference(
        current.serverTime(),
        taking.executions,
        taking.resets,
        Math.max(0, current.digestsLost() - previous.digestsLost()),
        taking.hidden,
        taking.own,
        taking.untimed,
        current.histogramsGivenUp());
  }

  private void rows() {
    // The server drops no row by itself: one that is gone was counted up to somebody's TRUNCATE.
    long gone =
        previous.rows().keySet().stream().filter(key -> !current.rows().containsKey(key)).count();
    resets += gone;
    boolean truncated =
        gone > 0
            || current.rows().entrySet().stream()
                .anyMatch(row -> row.getValue().resetSince(before(row.getKey())));
    for (Map.Entry<DigestKey, DigestCounters> row : current.rows().entrySet()) {
      DigestKey key = row.getKey();
      DigestCounters now = row.getValue();
      DigestCounters before = before(key);
      boolean reset = now.resetSince(before) || truncated && mayBeNew(now, before);
      if (reset) {
        resets++;
      }
      if (reset || current.movedSince(previous, key)) {
        add(key, reset ? DigestCounters.NOTHING : before, now, reset);
      }
    }
  }

  private DigestCounters before(DigestKey key) {
    return previous.rows().getOrDefault(key, DigestCounters.NOTHING);
  }

  /**
   * Whether a row may have begun after the sample before though it says the same second as then:
   * MariaDB keeps no more of it.
   */
  private boolean mayBeNew(DigestCounters now, DigestCounters before) {
    long first = now.firstSeenMicros();
    return before.calls() > 0
        && first % MICROS_PER_SECOND == 0
        && first >= previous.serverTime().getEpochSecond() * MICROS_PER_SECOND;
  }

  private void add(DigestKey key, DigestCounters before, DigestCounters now, boolean reset) {
    DigestName name = names.get(key);
    if (name != null && name.own()) {
      own += DigestCounter.CALLS.added(before.calls(), now.calls());
      return;
    }
    LatencyHistogram added = added(key, before, reset);
    long[] figures = RowDifference.figures(before, now, added);
    if (untimed(key, before)) {
      untimed += figures[Measure.CALLS.ordinal()];
    }
    Optional<Fingerprint> fingerprint = Optional.ofNullable(name).map(DigestName::fingerprint);
    executions.add(new Executions(fingerprint, key.schema(), figures, added));
  }

  /** A histogram that was not known before says nothing of the span, unless the row is new. */
  private LatencyHistogram added(DigestKey key, DigestCounters before, boolean reset) {
    BucketCounts now = current.histogram(key);
    boolean known = previous.histograms().containsKey(key) && !reset;
    if (!known && before.calls() > 0) {
      return new LatencyHistogram();
    }
    BucketCounts then = known ? previous.histogram(key) : BucketCounts.NOTHING;
    return now.since(then).orElseGet(LatencyHistogram::new);
  }

  /** Whether the server did not give the histogram in time, at either end of the span. */
  private boolean untimed(DigestKey key, DigestCounters before) {
    return owed && !current.histograms().containsKey(key)
        || owedBefore && !previous.histograms().containsKey(key) && before.calls() > 0;
  }

  private void hidden() {
    if (current.hidden().isEmpty()) {
      return;
    }
    DigestCounters now = current.hidden().get();
    DigestCounters before = previous.hidden().orElse(DigestCounters.NOTHING);
    boolean reset = now.resetSince(before);
    resets += reset ? 1 : 0;
    DigestCounters from = reset ? DigestCounters.NOTHING : before;
    if (now.calls() == from.calls()) {
      return;
    }
    LatencyHistogram unknown = new LatencyHistogram();
    long[] figures = RowDifference.figures(from, now, unknown);
    for (Measure instant : List.of(Measure.FIRST_SEEN_MICROS, Measure.LAST_SEEN_MICROS)) {
      figures[instant.ordinal()] = instant.neutral();
    }
    hidden = figures[Measure.CALLS.ordinal()];
    Fingerprint command = Fingerprints.ofAdministratorCommand("Execute");
    executions.add(new Executions(Optional.of(command), "", figures, unknown));
  }
}
