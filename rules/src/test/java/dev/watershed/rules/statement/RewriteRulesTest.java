package dev.watershed.rules.statement;

import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.rule.Judging;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.verdict.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What no index can mend: each rule fires on its statement, and on none of the others. */
class RewriteRulesTest {

  private static final List<RuleKind> KINDS =
      List.of(
          FunctionOverColumnRule.KIND,
          ImplicitConversionRule.KIND,
          LeadingWildcardRule.KIND,
          DeepOffsetRule.KIND,
          JoinTypesRule.KIND,
          UnindexedJoinRule.KIND);

  static Stream<Arguments> statements() {
    return Stream.of(
        Arguments.of("SELECT a FROM shop.plans WHERE YEAR(made) = 2026", "function-over-column"),
        Arguments.of("SELECT a FROM shop.plans WHERE phone = 81312345", "implicit-conversion"),
        Arguments.of("SELECT a FROM shop.plans WHERE name LIKE '%onsen%'", "leading-wildcard"),
        Arguments.of("SELECT a FROM shop.plans ORDER BY a LIMIT 20 OFFSET 9000", "deep-offset"),
        Arguments.of(
            "SELECT p.a FROM shop.plans p JOIN shop.notes n ON n.code = p.number", "join-types"),
        Arguments.of(
            "SELECT p.a FROM shop.plans p JOIN shop.notes n ON n.b = p.a WHERE p.id > 3",
            "unindexed-join"),
        Arguments.of(
            "SELECT p.a FROM shop.plans p JOIN shop.notes n ON n.b = p.a AND n.area = p.area",
            "unindexed-join"),
        Arguments.of(
            "SELECT p.a FROM shop.plans p JOIN shop.notes n ON p.a = n.b AND n.id = p.id", ""),
        Arguments.of(
            "SELECT p.a FROM shop.plans p JOIN shop.notes n ON n.b = p.a WHERE n.kind = 'x'", ""),
        Arguments.of("SELECT a FROM shop.plans WHERE id = 3", ""),
        Arguments.of("SELECT a FROM shop.plans WHERE made > '2026-01-01'", ""),
        Arguments.of("SELECT p.a FROM shop.plans p JOIN shop.notes n ON n.b = p.id", ""));
  }

  @ParameterizedTest
  @MethodSource("statements")
  void eachFiresOnItsOwn(String statement, String rule) {
    WorkloadFixture workload =
        new WorkloadFixture()
            .statement(statement)
            .rows(20, 60_000)
            .run(FleetFactsFixture.times(100, 20_000));
    FleetFactsFixture facts =
        new FleetFactsFixture(workload)
            .table(
                table("plans")
                    .column("a", "int")
                    .column("made", "datetime")
                    .column("phone", "varchar(20)")
                    .column("name", "varchar(100)")
                    .column("number", "int")
                    .column("area", "int")
                    .key("ix_made", false, "made")
                    .key("ix_phone", false, "phone")
                    .key("ix_name", false, "name")
                    .rows(60_000, 600))
            .table(
                table("notes")
                    .column("b", "int")
                    .column("code", "varchar(20)")
                    .column("area", "int")
                    .column("kind", "varchar(20)")
                    .key("ix_code", false, "code")
                    .key("ix_kind", false, "kind", "b")
                    .rows(40_000, 400));
    List<String> fired =
        KINDS.stream()
            .filter(kind -> !verdict(kind, facts).violations().isEmpty())
            .map(RuleKind::name)
            .toList();
    assertThat(fired).isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
  }

  private static Verdict verdict(RuleKind kind, FleetFactsFixture facts) {
    Verdict verdict = Judging.judge(kind, facts.build());
    assertThat(verdict.inspected()).isEqualTo(1);
    return verdict;
  }
}
