package dev.watershed.analyzer.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.ranking.GroupBy;
import dev.watershed.analyzer.ranking.Order;
import dev.watershed.analyzer.ranking.Ranker;
import dev.watershed.analyzer.ranking.RankingOptions;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.analyzer.service.ServiceMapping;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanDiffTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final String ORDERS = "SELECT * FROM orders WHERE id = 1";
  private static final String PLANS = "SELECT * FROM plans WHERE id = 1";

  @Test
  void newAndGoneAreRatedPerDay() {
    SpanDiff diff =
        SpanDiff.of(
            facts(workload(ORDERS).run(10, 20)),
            Duration.ofDays(2),
            facts(workload(PLANS).run(400)),
            Duration.ofHours(12));
    assertThat(diff.changes())
        .extracting(DigestChange::kind)
        .containsExactly(ChangeKind.NEW, ChangeKind.GONE);
    DigestChange added = diff.changes().get(0);
    assertThat(added.head().microsPerDay()).isEqualTo(800);
    assertThat(added.head().callsPerDay()).isEqualTo(2);
    assertThat(added.base()).isEqualTo(DiffSide.NOTHING);
    DigestChange gone = diff.changes().get(1);
    assertThat(gone.base().microsPerDay()).isEqualTo(15);
    assertThat(gone.base().microsPerCall()).hasValue(15);
    assertThat(gone.microsPerDayMore()).isEqualTo(-15);
    assertThat(gone.services()).containsExactly("app");
  }

  @ParameterizedTest(name = "{0} calls of {1} µs, then {2} of {3} µs: {4}")
  @CsvSource({
    "100, 1000, 100, 2000, SLOWER",
    "100, 1000, 100, 1201, SLOWER",
    "100, 1000, 100, 1199, ",
    "100, 2000, 100, 1000, FASTER",
    "100, 1000, 999, 1000, ",
    "19,  1000, 100, 9000, ",
    "100, 1000, 19,  9000, ",
  })
  void slowerAndFasterNeedADistanceAndCalls(
      int baseCalls, long baseMicros, int headCalls, long headMicros, ChangeKind kind) {
    SpanDiff diff =
        diff(
            workload(ORDERS).run(noisy(1, baseCalls, baseMicros)),
            workload(ORDERS).run(noisy(1, headCalls, headMicros)));
    assertThat(diff.changes())
        .extracting(DigestChange::kind)
        .isEqualTo(kind == null ? List.of() : List.of(kind));
    assertThat(diff.changes().size() + diff.unchanged() + diff.undecided()).isEqualTo(1);
  }

  /** Times that scatter widely: half of them higher says nothing with so few calls. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void chanceIsNoChange(int seed) {
    SpanDiff diff =
        diff(workload(ORDERS).run(scattered(seed)), workload(ORDERS).run(scattered(seed + 100)));
    assertThat(diff.changes()).isEmpty();
    assertThat(diff.unchanged()).isEqualTo(1);
  }

  @Test
  void theEvidenceIsWelchsT() {
    DigestChange change =
        diff(
                workload(ORDERS).run(LongStream.range(0, 50).map(i -> 900 + i % 2 * 200).toArray()),
                workload(ORDERS)
                    .run(LongStream.range(0, 50).map(i -> 1_900 + i % 2 * 200).toArray()))
            .changes()
            .get(0);
    // Means 1,000 and 2,000, variances 10,000: 1,000 / √(2 · 10,000 / 50) = 50.
    assertThat(change.standardErrors().orElseThrow()).isCloseTo(50, within(1e-9));
  }

  @Test
  void withAThresholdNothingIsCalledSlower() {
    OptionalDouble threshold = OptionalDouble.of(0.0001);
    SpanDiff diff =
        diff(
            workload(ORDERS).longQueryTime(threshold).run(noisy(1, 100, 1_000)),
            workload(ORDERS).longQueryTime(threshold).run(noisy(1, 100, 9_000)));
    assertThat(diff.changes()).isEmpty();
    assertThat(diff.undecided()).isEqualTo(1);
  }

  @Test
  void ofTheSameMoveTheLowerDigestIsTheFirst() {
    WorkloadFixture head = new WorkloadFixture();
    for (int table = 0; table < 20; table++) {
      head.statement("SELECT * FROM t" + table).run(100);
    }
    List<DigestChange> changes = diff(workload(ORDERS).run(100), head).changes();
    assertThat(changes.stream().map(change -> change.digest().name()).toList())
        .hasSize(21)
        .isSorted();
  }

  private static SpanDiff diff(WorkloadFixture base, WorkloadFixture head) {
    return SpanDiff.of(facts(base), DAY, facts(head), DAY);
  }

  private static WorkloadFixture workload(String statement) {
    return new WorkloadFixture().statement(statement);
  }

  private static WorkloadFacts facts(WorkloadFixture workload) {
    return new Ranker(workload.build(), ServiceMapping.accounts())
        .rank(new RankingOptions(GroupBy.DIGEST, Order.TIME, 0));
  }

  /** Within 1% of a time, around it. */
  private static long[] noisy(int seed, int calls, long micros) {
    return LongStream.range(0, calls)
        .map(call -> call % 2 == 0 ? micros + micros / 100 * seed : micros - micros / 100 * seed)
        .toArray();
  }

  private static long[] scattered(int seed) {
    Random random = new Random(seed);
    return LongStream.range(0, 40).map(call -> 1 + random.nextLong(1_000_000)).toArray();
  }
}
