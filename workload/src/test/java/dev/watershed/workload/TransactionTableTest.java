package dev.watershed.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TransactionTableTest {

  private static final WorkloadBounds TIGHT = WorkloadBounds.ofNames(20, 5, 4, 12, 40);

  private record Ended(
      long first, long second, String user, TransactionOutcome outcome, long time) {

    TransactionClass transactionClass() {
      DigestSet set = new DigestSet();
      set.add(first);
      set.add(second);
      return set.toTransactionClass();
    }
  }

  @Test
  void figuresOfOneClassAndOriginAddUp() {
    WorkloadBuilder builder = new WorkloadBuilder(TIGHT);
    add(builder, new Ended(1, 2, "app", TransactionOutcome.COMMITTED, 10));
    add(builder, new Ended(2, 1, "app", TransactionOutcome.ROLLED_BACK, 30));
    add(builder, new Ended(2, 1, "app", TransactionOutcome.UNKNOWN, 2));
    Workload workload = build(builder);
    TransactionTable table = workload.transactions();
    assertThat(table.size()).isEqualTo(1);
    assertThat(table.transactionClass(0).digests().toArray()).containsExactly(1, 2);
    assertThat(workload.origins().get(table.originIndex(0)).user()).isEqualTo("app");
    assertThat(table.value(0, TransactionMeasure.TRANSACTIONS)).isEqualTo(3);
    assertThat(table.value(0, TransactionMeasure.COMMITTED)).isEqualTo(1);
    assertThat(table.value(0, TransactionMeasure.ROLLED_BACK)).isEqualTo(1);
    assertThat(table.value(0, TransactionMeasure.STATEMENTS)).isEqualTo(6);
    assertThat(table.value(0, TransactionMeasure.STATEMENT_TIME_MICROS)).isEqualTo(42);
    assertThat(table.value(0, TransactionMeasure.OPEN_TIME_MICROS)).isEqualTo(84);
  }

  @Test
  void whatIsKeptUnderTheBoundsDoesNotDependOnOrderOrCut() {
    Random random = new Random(5);
    List<Ended> all = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      TransactionOutcome outcome = TransactionOutcome.values()[random.nextInt(3)];
      String user = "u" + random.nextInt(9);
      all.add(new Ended(random.nextInt(8), random.nextInt(8), user, outcome, random.nextInt(99)));
    }
    Map<String, List<Long>> whole = facts(all, 1);
    assertThat(whole.keySet())
        .anySatisfy(key -> assertThat(key).startsWith("lumped"))
        .anySatisfy(key -> assertThat(key).doesNotStartWith("lumped"));
    for (int parts : new int[] {2, 3, 17, 100}) {
      Collections.shuffle(all, random);
      assertThat(facts(all, parts)).as(parts + " parts").isEqualTo(whole);
    }
  }

  private static Map<String, List<Long>> facts(List<Ended> all, int parts) {
    WorkloadBuilder merged = new WorkloadBuilder(TIGHT);
    int size = (all.size() + parts - 1) / parts;
    for (int from = 0; from < all.size(); from += size) {
      WorkloadBuilder part = new WorkloadBuilder(TIGHT);
      all.subList(from, Math.min(all.size(), from + size)).forEach(ended -> add(part, ended));
      merged.merge(part, WorkloadBuilder.NO_SCHEMA);
    }
    Workload workload = build(merged);
    TransactionTable table = workload.transactions();
    Map<String, List<Long>> facts = new TreeMap<>();
    for (int row = 0; row < table.size(); row++) {
      TransactionClass group = table.transactionClass(row);
      String key = group.lumped() ? "lumped" : group.digests().makeString();
      List<Long> figures = new ArrayList<>();
      for (TransactionMeasure measure : TransactionMeasure.values()) {
        figures.add(table.value(row, measure));
      }
      facts.put(key + " " + workload.origins().get(table.originIndex(row)), figures);
    }
    return facts;
  }

  private static void add(WorkloadBuilder builder, Ended ended) {
    int origin = builder.originIndex(new Origin(ended.user(), "", List.of()));
    builder.addTransaction(
        ended.transactionClass(), origin, ended.outcome(), 2, ended.time(), 2 * ended.time());
  }

  private static Workload build(WorkloadBuilder builder) {
    return builder.build(List.of(), OptionalDouble.empty(), bytes -> "");
  }
}
