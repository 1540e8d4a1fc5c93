package dev.watershed.rules.index;

import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.IndexAdvice.Confidence;
import dev.watershed.analyzer.index.IndexAdvice.Kind;
import dev.watershed.analyzer.index.ddl.ChangePlan;
import dev.watershed.analyzer.index.result.PlannedAdvice;
import dev.watershed.analyzer.index.result.ServerAdvice;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.rule.Judging;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.IndexPart;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Advice of every kind and confidence: which rule speaks of it, and how bad that is. */
class AdviceJudgeTest {

  private static final List<RuleKind> DROPS =
      List.of(
          DuplicateIndexRule.KIND,
          RedundantIndexRule.KIND,
          UnusedIndexRule.KIND,
          LowValueIndexRule.KIND);

  private static final List<Kind> KINDS =
      List.of(Kind.DROP_DUPLICATE, Kind.DROP_REDUNDANT, Kind.DROP_UNUSED, Kind.DROP_LOW_VALUE);

  private static final List<String> MESSAGES =
      List.of(
          "index ix_plan (plan) has the columns of ix_other",
          "index ix_plan (plan) is the beginning of ix_other",
          "index ix_plan (plan) was used by nobody while it was watched",
          "index ix_plan (plan) costs more by its writes than its use spares");

  static Stream<Integer> drops() {
    return Stream.iterate(0, each -> each < DROPS.size(), each -> each + 1);
  }

  @ParameterizedTest
  @MethodSource("drops")
  void eachReasonToDropAnIndexHasItsRule(int drop) {
    FleetFacts facts = facts(advice(KINDS.get(drop), Confidence.MEDIUM, List.of()));
    for (int rule = 0; rule < DROPS.size(); rule++) {
      List<Violation> violations = Judging.judge(DROPS.get(rule), facts).violations();
      assertThat(violations).hasSize(rule == drop ? 1 : 0);
      if (rule == drop) {
        Violation violation = violations.get(0);
        assertThat(violation.message()).isEqualTo(MESSAGES.get(drop));
        assertThat(violation.severity()).isEqualTo(Severity.WARNING);
        assertThat(violation.key().text())
            .isEqualTo(DROPS.get(drop).name() + "::shop.photos:ix_plan");
        assertThat(violation.evidence())
            .containsExactly(
                Evidence.of("columns", 1),
                Evidence.of("bytes", 4_096),
                Evidence.of("entriesWrittenPerSecond", 2.5));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("drops")
  void whatMayBeNeededIsNotSpokenOf(int drop) {
    FleetFacts facts = facts(advice(KINDS.get(drop), Confidence.LOW, List.of()));
    assertThat(Judging.judge(DROPS.get(drop), facts).violations()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"ADD", "EXTEND", "MAKE_VISIBLE"})
  void anIndexThatMayHelpIsWorthKnowing(Kind kind) {
    assertThat(missing(kind, Confidence.HIGH).severity()).isEqualTo(Severity.WARNING);
    assertThat(missing(kind, Confidence.LOW).severity()).isEqualTo(Severity.INFO);
  }

  @Test
  void anIndexThatIsThereIsKnownByItsNameAndOneToComeByItsColumns() {
    assertThat(missing(Kind.ADD, Confidence.HIGH).key().detail()).isEqualTo("plan");
    assertThat(missing(Kind.MAKE_VISIBLE, Confidence.HIGH).key().detail()).isEqualTo("ix_plan");
  }

  private static Violation missing(Kind kind, Confidence confidence) {
    DigestEffect effect =
        new DigestEffect(
            1, 100, 0.5, Saying.verbatim("scan"), Saying.verbatim("look-up"), 9_000, 3, 900, 3);
    List<Violation> violations =
        Judging.judge(MissingIndexRule.KIND, facts(advice(kind, confidence, List.of(effect))))
            .violations();
    assertThat(violations).hasSize(1);
    return violations.get(0);
  }

  private static IndexAdvice advice(Kind kind, Confidence confidence, List<DigestEffect> effects) {
    return new IndexAdvice(
        kind,
        "shop",
        "photos",
        new IndexDefinition(
            "ix_plan", false, IndexKind.BTREE, true, false, List.of(IndexPart.ofColumn("plan"))),
        List.of("ix_other"),
        effects,
        OptionalLong.of(4_096),
        OptionalDouble.of(2.5),
        1,
        confidence,
        List.of());
  }

  /** A fleet of one table, with this advice alone. */
  private static FleetFacts facts(IndexAdvice advice) {
    FleetFacts facts =
        new FleetFactsFixture(new WorkloadFixture().run(1))
            .table(table("photos").numbers("plan"))
            .build();
    DataFacts data = facts.data().get(0);
    ServerAdvice made = data.advice();
    ServerAdvice advised =
        new ServerAdvice(
            made.name(),
            made.servers(),
            made.version(),
            made.observedSeconds(),
            made.tables(),
            made.tablesWithoutStatistics(),
            made.coverage(),
            List.of(
                PlannedAdvice.of(
                    made.name(),
                    advice,
                    new ChangePlan(
                        List.of("ALTER TABLE"),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        List.of()))),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new FleetFacts(
        facts.workload(),
        facts.statements(),
        List.of(new DataFacts(data.input(), advised)),
        facts.coupling(),
        facts.transactions(),
        facts.observed(),
        facts.use(),
        facts.agreements(),
        facts.compared(),
        facts.change(),
        facts.claims(),
        facts.past(),
        facts.errorsUncounted());
  }
}
