package dev.watershed.collector.server.statements;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.server.statements.SimulatedDigestTable.Executed;
import dev.watershed.collector.server.statements.StatementDifference.Executions;
import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.LatencyHistogram;
import dev.watershed.workload.Measure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementDifferencesTest {

  private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");
  private static final long MICRO = 1_000_000;
  private static final String A = "SELECT `a` FROM `t`";
  private static final String B = "SELECT `b` FROM `t`";

  private Instant now = START;

  @Test
  void onlyWhatMovedIsTold() {
    SimulatedDigestTable table = new SimulatedDigestTable(10, true);
    run(table, A, 50);
    run(table, B, 60);
    StatementSample before = table.sample(now);
    run(table, B, 70);
    StatementDifference difference = StatementDifferences.of(before, table.sample(now));

    assertThat(difference.executions()).hasSize(1);
    Executions executions = difference.executions().get(0);
    assertThat(executions.fingerprint().map(Fingerprint::text)).contains("SELECT b FROM t");
    assertThat(executions.schema()).isEqualTo("s");
    assertThat(value(executions, Measure.CALLS)).isEqualTo(1);
    assertThat(value(executions, Measure.TIME_MICROS)).isEqualTo(70);
    assertThat(value(executions, Measure.TIME_MICROS_MIN)).isEqualTo(70);
    assertThat(value(executions, Measure.TIME_MICROS_MAX)).isEqualTo(70);
    assertThat(executions.histogram().count()).isEqualTo(1);
    assertThat(difference.resets()).isZero();
  }

  @Test
  void extremesSinceTheResetAreNotThoseOfTheSpan() {
    SimulatedDigestTable table = new SimulatedDigestTable(10, true);
    run(table, A, 50);
    run(table, A, 90_000);
    StatementSample before = table.sample(now);
    run(table, A, 1_000);
    run(table, A, 2_000);
    Executions executions = only(before, table.sample(now));

    assertThat(value(executions, Measure.TIME_MICROS_MIN)).isBetween(954L, 1_000L);
    assertThat(value(executions, Measure.TIME_MICROS_MAX)).isBetween(2_000L, 2_096L);
  }

  @Test
  void extremesThatMovedAreThoseOfTheSpan() {
    SimulatedDigestTable table = new SimulatedDigestTable(10, false);
    run(table, A, 500);
    run(table, A, 600);
    StatementSample before = table.sample(now);
    run(table, A, 501);
    run(table, A, 700);
    Executions executions = only(before, table.sample(now));

    assertThat(value(executions, Measure.TIME_MICROS_MAX)).isEqualTo(700);
    assertThat(value(executions, Measure.TIME_MICROS_MIN))
        .as("not proven, and no histogram")
        .isEqualTo(Measure.TIME_MICROS_MIN.neutral());
    assertThat(executions.histogram().count()).isZero();
    assertThat(value(executions, Measure.TIME_SQUARE_LOW)).as("unknown").isZero();
  }

  @Test
  void executionsThatAHistogramBringsLateWidenTheExtremes() {
    SimulatedDigestTable table = new SimulatedDigestTable(10, true);
    run(table, A, 50);
    run(table, A, 90_000);
    StatementSample first = table.sample(now);
    run(table, A, 70_000);
    StatementSample counted = table.sample(now);
    StatementSample lagging = counted.withHistograms(first.histograms(), now);
    run(table, A, 1_000);
    Executions early = only(first, lagging);
    Executions late = only(lagging, table.sample(now));

    assertThat(value(early, Measure.TIME_MICROS_MAX)).isEqualTo(70_000);
    assertThat(early.histogram().count()).isZero();
    assertThat(late.histogram().count()).isEqualTo(2);
    assertThat(value(late, Measure.CALLS)).isEqualTo(1);
    assertThat(value(late, Measure.TIME_MICROS_MIN)).isBetween(954L, 1_000L);
    assertThat(value(late, Measure.TIME_MICROS_MAX)).isBetween(70_000L, 73_500L);
  }

  @Test
  void afterSomebodysTruncateWhatIsThereRanSince() {
    SimulatedDigestTable table = new SimulatedDigestTable(10, true);
    run(table, A, 50);
    run(table, B, 50);
    StatementSample before = table.sample(now);
    table.truncate();
    run(table, A, 80);
    run(table, A, 90);
    StatementDifference difference = StatementDifferences.of(before, table.sample(now));

    assertThat(difference.resets()).as("one began anew, one is gone").isEqualTo(2);
    Executions executions = difference.executions().get(0);
    assertThat(value(executions, Measure.CALLS)).isEqualTo(2);
    assertThat(value(executions, Measure.TIME_MICROS)).isEqualTo(170);
    assertThat(value(executions, Measure.TIME_MICROS_MIN)).isEqualTo(80);
    assertThat(executions.histogram().count()).isEqualTo(2);
  }

  @Test
  void aRowThatBeganAnewInTheSameSecondIsSeenBesideOneThatIsGone() {
    StatementSample before = inOneSecond(4, true);

    assertThat(only(before, inOneSecond(9, false)).figures()[Measure.CALLS.ordinal()]).isEqualTo(9);
    assertThat(only(before, inOneSecond(9, true)).figures()[Measure.CALLS.ordinal()]).isEqualTo(5);
  }

  /** As MariaDB keeps it: rows that were first seen in the second of the sample. */
  private static StatementSample inOneSecond(long calls, boolean other) {
    long second = START.getEpochSecond() * MICRO;
    DigestKey key = new DigestKey("s", "a");
    DigestCounters row = DigestCountersTest.row(calls, calls * MICRO, second);
    Map<DigestKey, DigestCounters> rows =
        other
            ? Map.of(key, row, new DigestKey("s", "b"), DigestCountersTest.row(1, 1, second))
            : Map.of(key, row);
    return new StatementSample(
        START.plusMillis(400), rows, Map.of(), START, DigestNames.NONE, 0, Optional.empty());
  }

  @Test
  void whatFoundNoRoomIsToldWithoutAFingerprint() {
    SimulatedDigestTable table = new SimulatedDigestTable(1, true);
    run(table, A, 50);
    StatementSample before = table.sample(now);
    run(table, B, 60);
    run(table, "SELECT 1", 70);
    StatementDifference difference = StatementDifferences.of(before, table.sample(now));

    assertThat(difference.digestsLost()).isEqualTo(2);
    assertThat(difference.executions()).hasSize(1);
    assertThat(difference.executions().get(0).fingerprint()).isEmpty();
    assertThat(difference.calls()).isEqualTo(2);
  }

  @Test
  void aHistogramThatWasNotKnownBeforeTellsNothingOfTheSpan() {
    SimulatedDigestTable table = new SimulatedDigestTable(10, true);
    run(table, A, 50);
    StatementSample seen = table.sample(now);
    StatementSample before =
        new StatementSample(now, seen.rows(), Map.of(), now, DigestNames.NONE, 0, Optional.empty());
    run(table, A, 60);

    assertThat(only(before, table.sample(now)).histogram().count()).isZero();
  }

  @Test
  void ownStatementsAreCountedAndLeftOut() {
    SimulatedDigestTable table = new SimulatedDigestTable(10, true);
    StatementSample before = table.sample(now);
    run(table, A, 50);
    StatementSample seen = table.sample(now);
    DigestName own = new DigestName(Fingerprints.ofDigestText(A), true);
    StatementSample current =
        seen.withNames(DigestNames.of(Map.of(seen.rows().keySet().iterator().next(), own)));

    StatementDifference difference = StatementDifferences.of(before, current);
    assertThat(difference.executions()).isEmpty();
    assertThat(difference.ownExecutions()).isEqualTo(1);
  }

  @Test
  void hiddenExecutionsAreACommand() {
    StatementSample before = hidden(3, 300 * MICRO);
    StatementDifference difference = StatementDifferences.of(before, hidden(8, 900 * MICRO));

    assertThat(difference.hiddenExecutions()).isEqualTo(5);
    Executions executions = difference.executions().get(0);
    assertThat(executions.fingerprint().map(Fingerprint::text))
        .contains("administrator command: Execute");
    assertThat(value(executions, Measure.TIME_MICROS)).isEqualTo(600);
    assertThat(StatementDifferences.of(before, before).executions()).isEmpty();
  }

  /** However samples are cut, restored from bytes and disturbed, nothing is lost or doubled. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void allDifferencesTogetherAreWhatWasRun(long seed) throws DamagedBytesException {
    SplittableRandom random = new SplittableRandom(seed);
    boolean histograms = random.nextBoolean();
    SimulatedDigestTable table = new SimulatedDigestTable(12, histograms);
    runSome(table, random);
    table.takeExecuted();
    StatementSample before = table.sample(now);
    Map<String, long[]> told = new TreeMap<>();
    Map<String, long[]> run = new TreeMap<>();
    long inHistograms = 0;
    for (int look = 0; look < 60; look++) {
      if (random.nextInt(6) == 0) {
        // Nothing ran between the last sample and this, so that nothing is lost by it.
        table.truncate();
      }
      runSome(table, random);
      StatementSample current = table.sample(now);
      if (histograms && random.nextInt(3) > 0) {
        current = current.withHistograms(HistogramLook.known(current, before), now);
      }
      StatementDifference difference = StatementDifferences.of(before, current);
      inHistograms +=
          difference.executions().stream().mapToLong(some -> some.histogram().count()).sum();
      difference.executions().forEach(executions -> add(told, executions));
      table.takeExecuted().forEach(executed -> add(run, executed));
      before = random.nextBoolean() ? current : restored(current);
    }
    told.values().forEach(sums -> assertThat(sums[0]).isGreaterThanOrEqualTo(0));
    assertThat(sums(told)).isEqualTo(sums(run));
    assertThat(inHistograms).isBetween(histograms ? 1L : 0L, sums(run).get(0));
  }

  private void runSome(SimulatedDigestTable table, SplittableRandom random) {
    for (int i = random.nextInt(40); i > 0; i--) {
      now = now.plusMillis(1 + random.nextInt(500));
      String text = "SELECT `c" + random.nextInt(20) + "` FROM `t`";
      long picos = (long) Math.exp(random.nextDouble(16, 25));
      table.run("s" + random.nextInt(3), text, picos, random.nextInt(5), now);
    }
  }

  /** Lumped rows and those of their own in one sum: which found room depends on the order. */
  private static long[] totals(Map<String, long[]> sums) {
    long[] total = new long[2];
    sums.values()
        .forEach(
            row -> {
              total[0] += row[0];
              total[1] += row[1];
            });
    return total;
  }

  private static List<Long> sums(Map<String, long[]> sums) {
    long[] total = totals(sums);
    return List.of(total[0], total[1]);
  }

  private static void add(Map<String, long[]> sums, Executions executions) {
    String name = executions.schema() + executions.fingerprint().map(Fingerprint::text);
    long[] row = sums.computeIfAbsent(name, some -> new long[2]);
    row[0] += value(executions, Measure.CALLS);
    row[1] += value(executions, Measure.ROWS_SENT);
  }

  private static void add(Map<String, long[]> sums, Executed executed) {
    long[] row = sums.computeIfAbsent(executed.schema() + executed.text(), some -> new long[2]);
    row[0]++;
    row[1] += executed.rowsSent();
  }

  private static StatementSample restored(StatementSample sample) throws DamagedBytesException {
    ByteWriter bytes = new ByteWriter();
    StatementBytes.encode(sample, bytes);
    ByteReader reader = new ByteReader(bytes.toByteArray());
    StatementSample restored = StatementBytes.decode(reader);
    reader.end();
    assertThat(restored.histograms()).isEqualTo(sample.histograms());
    return restored;
  }

  private void run(SimulatedDigestTable table, String text, long micros) {
    now = now.plusSeconds(1);
    table.run("s", text, micros * MICRO, 1, now);
  }

  private static Executions only(StatementSample before, StatementSample now) {
    StatementDifference difference = StatementDifferences.of(before, now);
    assertThat(difference.executions()).hasSize(1);
    return difference.executions().get(0);
  }

  private StatementSample hidden(long calls, long picos) {
    DigestCounters executions = DigestCountersTest.row(calls, picos, 0);
    return new StatementSample(
        now, Map.of(), Map.of(), now, DigestNames.NONE, 0, Optional.of(executions));
  }

  private static long value(Executions executions, Measure measure) {
    return executions.figures()[measure.ordinal()];
  }

  @Test
  void theSumOfTheBucketsIsTheHistogram() {
    BucketCounts.Collecting before = new BucketCounts.Collecting();
    before.add(3, 5);
    BucketCounts.Collecting now = new BucketCounts.Collecting();
    now.add(3, 7);
    now.add(449, 1);
    LatencyHistogram added = now.toCounts().since(before.toCounts()).orElseThrow();

    assertThat(added.countAt(3)).isEqualTo(2);
    assertThat(added.countAt(449)).isEqualTo(1);
    assertThat(before.toCounts().since(now.toCounts())).as("it was reset").isEmpty();
  }
}
