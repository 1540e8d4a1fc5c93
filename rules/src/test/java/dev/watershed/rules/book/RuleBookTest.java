package dev.watershed.rules.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.rule.ActiveRule;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleBookTest {

  @Test
  void theWorstComesFirstAndWhatWasNotJudgedIsCounted() {
    RuleBook book =
        new RuleBook(
            Stream.of("rows-examined", "budget-p95", "unattributed-share")
                .map(
                    name ->
                        new ActiveRule(
                            BuiltInRules.kind(name).orElseThrow(),
                            new RuleSettings(
                                name.equals("rows-examined") ? Severity.WARNING : Severity.ERROR,
                                Map.of())))
                .toList());
    Verdict verdict = book.judge(facts());
    assertThat(verdict.violations())
        .extracting(Violation::rule)
        .containsExactly("unattributed-share", "rows-examined");
    assertThat(verdict.fails()).isTrue();
    assertThat(verdict.inspected()).isEqualTo(2);
    assertThat(verdict.notApplicable()).isEqualTo(1);
  }

  @Test
  void warningsDoNotFailTheGate() {
    RuleBook book =
        new RuleBook(
            List.of(
                new ActiveRule(
                    BuiltInRules.kind("unattributed-share").orElseThrow(),
                    new RuleSettings(Severity.WARNING, Map.of()))));
    assertThat(book.judge(facts()).violations()).hasSize(1);
    assertThat(book.judge(facts()).fails()).isFalse();
  }

  /** A hundred calls of nobody that take 5 s and read 5,000 rows each. */
  private static FleetFacts facts() {
    WorkloadFixture workload =
        new WorkloadFixture().user("").rows(1, 5_000).statement("SELECT * FROM orders WHERE a = 1");
    return new FleetFactsFixture(workload.run(FleetFactsFixture.times(100, 50_000))).build();
  }
}
