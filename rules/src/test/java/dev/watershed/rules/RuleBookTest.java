package dev.watershed.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleBookTest {

  @Test
  void theWorstComesFirstAndWhatWasNotJudgedIsCounted() {
    RuleBook book =
        new RuleBook(
            List.of(
                new FullScansRule(FullScansRule.Thresholds.USUAL, Severity.WARNING),
                new BudgetP95Rule(List.of(), Severity.ERROR, 1),
                new UnattributedShareRule(0.1, Severity.ERROR)));
    WorkloadFixture workload =
        new WorkloadFixture().user("").rows(1, 5_000).run(Facts.times(100, 50_000));

    Verdict verdict = book.judge(Facts.of(workload));

    assertThat(verdict.violations())
        .extracting(Violation::rule)
        .containsExactly(UnattributedShareRule.NAME, FullScansRule.NAME);
    assertThat(verdict.fails()).isTrue();
    assertThat(verdict.inspected()).isEqualTo(2);
    assertThat(verdict.notApplicable()).isEqualTo(1);
  }

  @Test
  void warningsDoNotFailTheGate() {
    RuleBook book = new RuleBook(List.of(new UnattributedShareRule(0, Severity.WARNING)));
    Verdict verdict = book.judge(Facts.of(new WorkloadFixture().user("").run(1)));
    assertThat(verdict.violations()).hasSize(1);
    assertThat(verdict.fails()).isFalse();
  }
}
