package dev.watershed.rules.schema;

import static dev.watershed.analyzer.index.TableMaker.keyless;
import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.index.TableMaker;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.rule.Judging;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.verdict.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules about the design of tables: each fires on its table, and on none of the others. */
class TableRulesTest {

  private static final List<RuleKind> KINDS =
      List.of(NoPrimaryKeyRule.KIND, RandomPrimaryKeyRule.KIND, AutoIncrementEndRule.KIND);

  static Stream<Arguments> tables() {
    return Stream.of(
        Arguments.of("a plain table", table("t").numbers("a").rows(900_000, 9_000), ""),
        Arguments.of("no key at all", keyless("t").numbers("a"), "no-primary-key"),
        Arguments.of(
            "a plain index", keyless("t").numbers("a").key("k", false, "a"), "no-primary-key"),
        Arguments.of("a unique key", keyless("t").numbers("a").key("k", true, "a"), ""),
        Arguments.of(
            "a unique key over a column that may be NULL",
            keyless("t").column("a", "int", true).key("k", true, "a"),
            "no-primary-key"),
        Arguments.of("a large table by UUIDs", uuids("char(36)", 100_000), "random-primary-key"),
        Arguments.of("a large table by hashes", uuids("binary(16)", 900_000), "random-primary-key"),
        Arguments.of("a small table by UUIDs", uuids("char(36)", 99_999), ""),
        Arguments.of("a table by codes", uuids("char(8)", 900_000), ""),
        Arguments.of("INT at 70 %", counted("int", 1_503_238_554L), "auto-increment-end"),
        Arguments.of("INT at 69 %", counted("int", 1_481_763_717L), ""),
        Arguments.of("INT UNSIGNED at 35 %", counted("int unsigned", 1_503_238_554L), ""),
        Arguments.of("TINYINT at 94 %", counted("tinyint", 120), "auto-increment-end"),
        Arguments.of("BIGINT", counted("bigint", 9_000_000_000L), ""));
  }

  private static TableMaker uuids(String type, long rows) {
    return keyless("t").column("id", type).key("PRIMARY", true, "id").rows(rows, rows / 100);
  }

  private static TableMaker counted(String type, long next) {
    return keyless("t").counter("id", type, next).key("PRIMARY", true, "id").rows(1_000, 10);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("tables")
  void eachFiresOnItsOwn(String says, TableMaker table, String rule) {
    FleetFacts facts = new FleetFactsFixture(new WorkloadFixture().run(1)).table(table).build();
    List<String> fired =
        KINDS.stream()
            .filter(kind -> !Judging.judge(kind, facts).violations().isEmpty())
            .map(RuleKind::name)
            .toList();
    assertThat(fired).isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
  }

  @Test
  void withoutACatalogNothingIsKnown() {
    for (RuleKind kind : KINDS) {
      Verdict verdict =
          Judging.judge(kind, new FleetFactsFixture(new WorkloadFixture().run(1)).build());
      assertThat(verdict.inspected()).isZero();
      assertThat(verdict.inconclusive()).hasSize(1);
    }
  }
}
