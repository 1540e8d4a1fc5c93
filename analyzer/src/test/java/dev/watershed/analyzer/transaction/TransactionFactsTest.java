package dev.watershed.analyzer.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Origin;
import dev.watershed.workload.SourceFile;
import dev.watershed.workload.TransactionClass;
import dev.watershed.workload.TransactionOutcome;
import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.WorkloadBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TransactionFactsTest {

  private static final TransactionClass SHORT = TransactionClass.of(new long[] {1, 2}, false);
  private static final TransactionClass LONG = TransactionClass.of(new long[] {2, 3}, true);

  private final WorkloadBuilder builder = new WorkloadBuilder(WorkloadBounds.standard());

  @Test
  void classesAreSummedOverOriginsTheLongestOpenFirst() {
    add(SHORT, "b", TransactionOutcome.COMMITTED, 10);
    add(SHORT, "a", TransactionOutcome.ROLLED_BACK, 20);
    add(SHORT, "", TransactionOutcome.UNKNOWN, 5);
    add(LONG, "a", TransactionOutcome.COMMITTED, 100);

    TransactionFacts facts = TransactionFacts.of(workload(), ServiceMapping.accounts(), 0);

    assertThat(facts.known()).isTrue();
    assertThat(facts.transactions()).isEqualTo(4);
    assertThat(facts.classes()).hasSize(2);
    assertThat(facts.classes().get(0).truncated()).isTrue();
    TransactionClassFacts second = facts.classes().get(1);
    assertThat(second.digests()).containsExactly("0000000000000001", "0000000000000002");
    assertThat(second.transactions()).isEqualTo(3);
    assertThat(second.committed()).isEqualTo(1);
    assertThat(second.rolledBack()).isEqualTo(1);
    assertThat(second.statements()).isEqualTo(6);
    assertThat(second.openTimeMicros()).isEqualTo(35);
    assertThat(second.services()).containsExactly("a", "b");
  }

  @Test
  void aLimitCutsTheListAndNotTheCounts() {
    add(SHORT, "a", TransactionOutcome.COMMITTED, 10);
    add(LONG, "a", TransactionOutcome.COMMITTED, 100);
    TransactionFacts facts = TransactionFacts.of(workload(), ServiceMapping.accounts(), 1);
    assertThat(facts.classes()).hasSize(1);
    assertThat(facts.classCount()).isEqualTo(2);
    assertThat(facts.transactions()).isEqualTo(2);
  }

  @Test
  void transactionsThatLostTheirAccountAreCounted() {
    add(SHORT, "a", TransactionOutcome.COMMITTED, 10);
    builder.addTransaction(
        SHORT, builder.originIndex(Origin.LUMPED), TransactionOutcome.COMMITTED, 2, 1, 10);
    TransactionFacts facts = TransactionFacts.of(workload(), ServiceMapping.accounts(), 0);
    assertThat(facts.transactions()).isEqualTo(2);
    assertThat(facts.lumpedAccountTransactions()).isOne();
  }

  @Test
  void withoutTransactionsNothingIsClaimed() {
    builder.issue(IssueReason.NO_TRANSACTIONS, 7, 0, 0);
    TransactionFacts facts = TransactionFacts.of(workload(), ServiceMapping.accounts(), 0);
    assertThat(facts.known()).isFalse();
    assertThat(facts.untoldStatements()).isEqualTo(7);
    assertThat(facts.classes()).isEmpty();
  }

  private void add(
      TransactionClass transaction, String user, TransactionOutcome outcome, long openMicros) {
    int origin = builder.originIndex(new Origin(user, "", List.of()));
    builder.addTransaction(transaction, origin, outcome, 2, 1, openMicros);
  }

  private Workload workload() {
    return builder.build(
        List.of(new SourceFile("slow.log", 1, 1, 0)),
        OptionalDouble.of(0),
        bytes -> new String(bytes, StandardCharsets.UTF_8));
  }
}
