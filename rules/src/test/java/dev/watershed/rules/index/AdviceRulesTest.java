package dev.watershed.rules.index;

import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.index.TableMaker;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.rule.Judging;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules that rest on index advice, on a table that gives reason to some of them. */
class AdviceRulesTest {

  private static final List<RuleKind> KINDS =
      List.of(
          MissingIndexRule.KIND,
          DuplicateIndexRule.KIND,
          RedundantIndexRule.KIND,
          UnusedIndexRule.KIND,
          LowValueIndexRule.KIND);

  @Test
  void aTableWithTheIndexesThatItNeedsIsNoReason() {
    FleetFactsFixture facts = facts(photos().key("ix_plan", false, "plan"));
    for (RuleKind kind : KINDS) {
      Verdict verdict = Judging.judge(kind, facts.build());
      assertThat(verdict.violations()).as(kind.name()).isEmpty();
      assertThat(verdict.inspected()).as(kind.name()).isEqualTo(1);
    }
  }

  @Test
  void aMissingIndexIsNamedByItsColumnsAndSenders() {
    Violation violation = only(MissingIndexRule.KIND, photos());
    assertThat(violation.key().text()).isEqualTo("missing-index::shop.photos:plan");
    assertThat(violation.services()).containsExactly("app");
    assertThat(violation.message()).startsWith("no index over (plan): 1 statement with 100.0 %");
  }

  @Test
  void aSmallShareOfTheTimeIsNotWorthAnIndex() {
    FleetFactsFixture facts = facts(photos());
    assertThat(
            Judging.judge(
                    MissingIndexRule.KIND,
                    facts.build(),
                    Map.of(MissingIndexRule.MIN_TIME_SHARE, 1.0))
                .violations())
        .hasSize(1);
    WorkloadFixture mostlyOther = slow().statement("SELECT SLEEP(1)").run(500_000_000L);
    FleetFactsFixture other = new FleetFactsFixture(mostlyOther).table(photos());
    assertThat(
            Judging.judge(
                    MissingIndexRule.KIND,
                    other.build(),
                    Map.of(MissingIndexRule.MIN_TIME_SHARE, 0.1))
                .violations())
        .isEmpty();
  }

  @Test
  void anIndexWithTheColumnsOfAnother() {
    Violation violation =
        only(
            DuplicateIndexRule.KIND,
            photos().key("ix_one", false, "plan").key("ix_two", false, "plan"));
    assertThat(violation.key().text()).matches("duplicate-index::shop.photos:ix_(one|two)");
    assertThat(violation.message()).matches("index ix_\\w+ \\(plan\\) has the columns of ix_\\w+");
  }

  @Test
  void anIndexThatIsTheBeginningOfAnother() {
    Violation violation =
        only(
            RedundantIndexRule.KIND,
            photos().key("ix_short", false, "plan").key("ix_long", false, "plan", "rank"));
    assertThat(violation.key().text()).isEqualTo("redundant-index::shop.photos:ix_short");
    assertThat(violation.message()).isEqualTo("index ix_short (plan) is the beginning of ix_long");
  }

  @Test
  void withoutACatalogNothingIsKnown() {
    for (RuleKind kind : KINDS) {
      Verdict verdict = Judging.judge(kind, new FleetFactsFixture(slow()).build());
      assertThat(verdict.violations()).isEmpty();
      assertThat(verdict.inconclusive()).hasSize(1);
      assertThat(verdict.inspected()).isZero();
    }
  }

  private static Violation only(RuleKind kind, TableMaker table) {
    List<Violation> violations = Judging.judge(kind, facts(table).build()).violations();
    assertThat(violations).hasSize(1);
    return violations.get(0);
  }

  private static FleetFactsFixture facts(TableMaker table) {
    return new FleetFactsFixture(slow()).table(table);
  }

  private static TableMaker photos() {
    return table("photos").numbers("plan", "rank").rows(60_000, 600);
  }

  private static WorkloadFixture slow() {
    return new WorkloadFixture()
        .statement("SELECT * FROM shop.photos WHERE plan = 3")
        .rows(6, 60_000)
        .run(FleetFactsFixture.times(1_000, 30_000));
  }
}
