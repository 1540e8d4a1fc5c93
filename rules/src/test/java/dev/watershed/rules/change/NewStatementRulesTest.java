package dev.watershed.rules.change;

import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.change.ChangePlace;
import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.understanding.CatalogSchemaView;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.fleet.ProposedChange;
import dev.watershed.rules.rule.Judging;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.sql.resolve.Understanding;
import dev.watershed.workload.catalog.Catalog;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rules about new statements of {@code shop}, which owns orders and may read areas; {@code stock}
 * owns items and areas. Each fires on its statement, and on none of the others.
 */
class NewStatementRulesTest {

  private static final List<RuleKind> KINDS =
      List.of(
          NewScanRule.KIND,
          UnknownNameRule.KIND,
          NewStatementOwnersRule.KIND,
          LongListRule.KIND,
          UnboundedChangeRule.KIND);

  static Stream<Arguments> statements() {
    return Stream.of(
        Arguments.of("SELECT price FROM shop.orders WHERE member = 1", ""),
        Arguments.of("SELECT price FROM shop.orders WHERE price = 1", "new-scan"),
        Arguments.of("SELECT price FROM shop.orders ORDER BY id LIMIT 10", ""),
        Arguments.of("SELECT a FROM shop.areas", ""),
        Arguments.of("SELECT prize FROM shop.orders WHERE id = 1", "unknown-name"),
        Arguments.of("SELECT a FROM shop.missing WHERE id = 1", "unknown-name"),
        Arguments.of(
            "SELECT o.price FROM shop.orders o JOIN shop.items i ON i.id = o.member WHERE o.id = 1",
            "new-statement-owners"),
        Arguments.of("UPDATE shop.items SET a = 1 WHERE id = 1", "new-statement-owners"),
        Arguments.of("SELECT a FROM shop.items WHERE id = 1", "new-statement-owners"),
        Arguments.of("SELECT a FROM shop.areas WHERE id = 1", ""),
        Arguments.of("DELETE FROM shop.orders WHERE id IN (" + list(501) + ")", "long-list"),
        Arguments.of("DELETE FROM shop.orders WHERE id IN (" + list(30) + ")", ""),
        Arguments.of("DELETE FROM shop.orders LIMIT 100", ""));
  }

  private static String list(int values) {
    return IntStream.range(0, values).mapToObj(Integer::toString).collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @MethodSource("statements")
  void eachFiresOnItsOwn(String statement, String rule) {
    FleetFacts facts = facts(statement);
    List<String> fired =
        KINDS.stream()
            .filter(kind -> !Judging.judge(kind, facts).violations().isEmpty())
            .map(RuleKind::name)
            .toList();
    assertThat(fired).isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
  }

  /** Ids have 16 digits everywhere; those of these statements begin with 0. */
  @ParameterizedTest
  @MethodSource("lowDigests")
  void keysHaveAllDigitsOfTheId(RuleKind kind, String statement) {
    String id = Fingerprints.of(statement, SqlMode.standard()).id();
    assertThat(id).startsWith("0").hasSize(16);
    assertThat(Judging.judge(kind, facts(statement)).violations())
        .extracting(violation -> violation.key().detail())
        .containsExactly(id);
  }

  static Stream<Arguments> lowDigests() {
    return Stream.of(
        Arguments.of(NewScanRule.KIND, low("SELECT price FROM shop.orders a%d WHERE price = 1")),
        Arguments.of(NewStatementOwnersRule.KIND, low("SELECT a FROM shop.items a%d WHERE id = 1")),
        Arguments.of(
            LongListRule.KIND,
            low("SELECT 1 FROM shop.orders a%d WHERE id IN (" + list(501) + ")")));
  }

  /** The first statement of a form whose id begins with 0. */
  private static String low(String form) {
    return IntStream.range(0, 1_000)
        .mapToObj(number -> String.format(Locale.ROOT, form, number))
        .filter(sql -> Fingerprints.of(sql, SqlMode.standard()).id().startsWith("0"))
        .findFirst()
        .orElseThrow();
  }

  /** It reads every row to write it: both say so. */
  @Test
  void aWriteOfEveryRow() {
    FleetFacts facts = facts("UPDATE shop.orders SET price = 0");
    assertThat(Judging.judge(UnboundedChangeRule.KIND, facts).violations())
        .extracting(Violation::message)
        .containsExactly(
            "it changes every one of the about 60,000 rows of shop.orders: UPDATE shop.orders SET"
                + " price = ?");
  }

  @Test
  void aReadOutsideTheContractIsAWarning() {
    assertThat(
            Judging.judge(
                    NewStatementOwnersRule.KIND, facts("SELECT a FROM shop.items WHERE id = 1"))
                .violations())
        .extracting(Violation::severity)
        .containsExactly(Severity.WARNING);
  }

  @Test
  void whereNobodyCountedRowsAScanIsNotJudged() {
    Verdict verdict =
        Judging.judge(NewScanRule.KIND, facts("SELECT a FROM shop.uncounted WHERE a = 1"));
    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.inconclusive()).hasSize(1);
  }

  @Test
  void withoutNewStatementsTheyDoNotApply() {
    for (RuleKind kind : KINDS) {
      assertThat(Judging.judge(kind, fixture().build()))
          .as(kind.name())
          .isEqualTo(Verdict.nothingConfigured());
    }
  }

  private static FleetFactsFixture fixture() {
    return new FleetFactsFixture(new WorkloadFixture().user("shop").run(1))
        .service("shop", List.of("shop.orders", "shop.uncounted"), List.of("shop.areas"))
        .service("stock", List.of("shop.items", "shop.areas"), List.of())
        .table(
            table("orders").numbers("member", "price").key("k", false, "member").rows(60_000, 600))
        .table(table("items").numbers("a").rows(500, 5))
        .table(table("areas").numbers("a").rows(47, 1))
        .table(table("uncounted").numbers("a"));
  }

  private static FleetFacts facts(String statement) {
    FleetFacts today = fixture().build();
    AdvisedServer server = today.data().get(0).input().server();
    Catalog catalog = FleetFactsFixture.catalog(server.tables(), "8.4.6");
    Fingerprint fingerprint = Fingerprints.of(statement, SqlMode.standard());
    TreeMap<String, ProposedChange.After> ends = new TreeMap<>();
    ends.put("db", new ProposedChange.After(catalog, catalog, server));
    return today.changedBy(
        new ProposedChange(
            List.of(),
            List.of(
                new ProposedChange.Query(
                    "db",
                    new ChangePlace("queries.sql", 3, 1),
                    fingerprint.digest(),
                    fingerprint.text(),
                    Optional.empty(),
                    Understanding.of(
                        statement, false, Optional.empty(), new CatalogSchemaView(catalog)),
                    Optional.of("shop"),
                    Optional.empty())),
            List.of(),
            ends,
            new TreeMap<>()));
  }
}
