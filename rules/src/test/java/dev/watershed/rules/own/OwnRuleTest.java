package dev.watershed.rules.own;

import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.change.ChangePlace;
import dev.watershed.analyzer.change.ChangedTable;
import dev.watershed.analyzer.change.SchemaChange;
import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.query.QueryValue;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.fleet.ProposedChange;
import dev.watershed.rules.rule.Judging;
import dev.watershed.rules.rule.RuleScope;
import dev.watershed.rules.verdict.Misconfigured;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.workload.catalog.Catalog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries over orders (60,000 rows, MyISAM) of shop, and items (500 rows) of nobody. */
class OwnRuleTest {

  private static final String ENGINES =
      "SELECT schema, table_name, row_count, 'its engine is ' || engine AS message\n"
          + "FROM tables WHERE row_count >= $least";

  @Test
  void eachRowIsAViolation() {
    assertThat(judge(rule(ENGINES).with("least", 1)).violations())
        .extracting(OwnRuleTest::line)
        .containsExactly(
            "warning own:shop.items:, [] its engine is InnoDB {row_count=500}",
            "warning own:shop.orders:, [] its engine is MyISAM {row_count=60000}");
    assertThat(judge(rule(ENGINES).with("least", 501)).violations())
        .extracting(violation -> violation.key().table())
        .containsExactly("shop.orders");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                 | ''                  | items warning, orders warning
          ''                 | row_count > 600     | items warning, orders error
          row_count > 600    | ''                  | orders warning
          violations > 1     | violations > 2      | items warning, orders warning
          violations > 2     | ''                  | ''
          row_count < $most  | row_count > $most   | items warning, orders error
          NULL               | NULL                | ''
          """)
  void conditionsSayHowBadARowIs(String warnIf, String errorIf, String expected) {
    Builder rule = rule(ENGINES).with("least", 1).with("most", 1_000);
    rule.warnIf = text(warnIf);
    rule.errorIf = text(errorIf);
    assertThat(
            String.join(
                ", ",
                judge(rule).violations().stream()
                    .sorted((one, other) -> one.key().compareTo(other.key()))
                    .map(each -> each.key().table().substring(5) + " " + each.severity().key())
                    .toList()))
        .isEqualTo(expected);
  }

  @Test
  void everyColumnHasItsMeaning() {
    Verdict verdict =
        judge(
            rule(
                "SELECT 'the order book' AS subject, 'shop' AS service, ['stock', 'shop'] AS"
                    + " services, 'shop' AS schema, 'orders' AS table_name, 'price' AS detail, 'it"
                    + " is wrong' AS message, 'Mend it.' AS remedy, 'a.sql' AS path, 4 AS line, 7"
                    + " AS column_number, 1.5 AS ratio, 3 AS times"));
    Violation violation = verdict.violations().get(0);
    assertThat(violation.key().text()).isEqualTo("own:shop:shop.orders:price");
    assertThat(violation.subject()).isEqualTo("the order book");
    assertThat(violation.services()).containsExactly("shop", "stock");
    assertThat(violation.remedy()).isEqualTo("Mend it.");
    assertThat(violation.location().orElseThrow()).hasToString("a.sql:4:7");
    assertThat(violation.evidence().toString()).contains("ratio").contains("1.5").contains("times");
  }

  @Test
  void aLineThatNoFileHasIsTheFirst() {
    Verdict verdict = judge(rule("SELECT 'wrong' AS message, 'a.sql' AS path, 3000000000 AS line"));
    assertThat(verdict.violations().get(0).location().orElseThrow()).hasToString("a.sql:1:1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          SELECT schema FROM tables                       | r.sql:11: expected a column message
          ~SELECT 'x' AS message,\\n  nope\\nFROM tables~ | r.sql:12: Binder Error
          ~SELECT 'x' AS message\\nFRM tables~            | r.sql:12: syntax error
          SELECT 'x' AS message FROM nothing              | Tables: data_sets, tables, columns
          SELECT $gone AS message                         | r.sql:11: parameter $gone has no value; parameters: none
          DROP VIEW tables                                | r.sql:11: expected one SELECT
          SELECT 'x' AS message; SELECT 1                 | r.sql:11: expected one SELECT
          SELECT 'x' AS message WHERE random() > 0.5      | r.sql:11: random gives another answer each time
          SELECT current_timestamp::VARCHAR AS message    | gives another answer each time
          SELECT content AS message FROM read_text('/etc/hostname') | disabled by configuration
          SELECT 'x' AS message FROM findings JOIN changed_tables USING (tables) | changed_tables
          """)
  void whatIsWrongIsMisconfiguredWithItsPlace(String sql, String message) {
    Verdict verdict = judge(rule(sql.replace("\\n", "\n")));
    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.misconfigured())
        .singleElement()
        .extracting(Misconfigured::reason)
        .asString()
        .contains(message);
  }

  @Test
  void aWrongConditionIsNamedWithItsOwnPlace() {
    Builder rule = rule(ENGINES).with("least", 1);
    rule.errorIf = text("rows > 5");
    assertThat(judge(rule).misconfigured())
        .singleElement()
        .extracting(Misconfigured::reason)
        .asString()
        .startsWith("watershed.yaml:3: ")
        .contains("rows");
  }

  @Test
  void whatNeverEndsIsInconclusive() {
    Verdict verdict =
        judge(
            rule(
                "SELECT 'x' AS message, count(*) AS n FROM range(100000000000) a GROUP BY a.range % 3"));
    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.misconfigured()).isEmpty();
    assertThat(verdict.inconclusive())
        .singleElement()
        .extracting(each -> each.reason())
        .asString()
        .contains("longer than 1 s")
        .endsWith("; see timeLimitSeconds of the rule");
  }

  @Test
  void ofTooManyRowsTheRestIsNotLookedAt() {
    Verdict verdict =
        judge(rule("SELECT 'x' AS message, range::VARCHAR AS detail FROM range(10001)"));
    assertThat(verdict.violations()).hasSize(10_000);
    assertThat(verdict.inconclusive()).hasSize(1);
  }

  @Test
  void theSameFactsGiveTheSameVerdict() {
    String sql =
        "SELECT 'row ' || (range * 7919 % 1000) AS message, (range % 100)::VARCHAR AS detail FROM"
            + " range(5000)";
    assertThat(judge(rule(sql)))
        .isEqualTo(judge(rule(sql)))
        .extracting(Verdict::violations)
        .asList()
        .hasSize(100);
  }

  @Test
  void ofAChangeOnlyWhatItAddsIsAViolationAtItsPlace() {
    Builder rule =
        rule(
            "SELECT schema, table_name, 'no key' AS message FROM tables ANTI JOIN (FROM indexes"
                + " WHERE index_name = 'k') USING (data_set, schema, table_name)");
    FleetFacts today = facts();
    assertThat(Judging.judge(OwnRule.kind(rule.definition()), today).violations())
        .extracting(violation -> violation.key().table())
        .containsExactly("shop.items");
    Verdict verdict = Judging.judge(OwnRule.kind(rule.definition()), changed(today));
    assertThat(verdict.violations())
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.key().table()).isEqualTo("shop.areas");
              assertThat(violation.location().orElseThrow()).hasToString("V7.sql:2:1");
            });
  }

  private static FleetFacts changed(FleetFacts today) {
    AdvisedServer server = today.data().get(0).input().server();
    StatisticTable added = table("areas").numbers("a").make();
    List<StatisticTable> tables = new ArrayList<>(server.tables());
    tables.add(added);
    AdvisedServer later =
        new AdvisedServer(
            server.name(),
            server.version(),
            server.observedSeconds(),
            server.bufferPoolBytes(),
            tables,
            server.statements());
    Catalog before = FleetFactsFixture.catalog(server.tables(), "8.4.6");
    Catalog after = FleetFactsFixture.catalog(tables, "8.4.6");
    ChangePlace place = new ChangePlace("V7.sql", 2, 1);
    SchemaChange made =
        new SchemaChange.TableCreated(new ChangedTable(place, "shop", "areas"), added.definition());
    return today.changedBy(
        new ProposedChange(
            List.of(new ProposedChange.Definition("db", place, List.of(made), Optional.empty())),
            List.of(),
            List.of(),
            new TreeMap<>(Map.of("db", new ProposedChange.After(before, after, later))),
            new TreeMap<>()));
  }

  private static String line(Violation violation) {
    Map<String, String> evidence = new TreeMap<>();
    violation.evidence().forEach(each -> evidence.put(each.figure(), each.value().toPlainString()));
    return violation.severity().key()
        + " "
        + violation.rule()
        + ":"
        + violation.key().table()
        + ":"
        + violation.key().service()
        + ", "
        + violation.services()
        + " "
        + violation.message()
        + " "
        + evidence;
  }

  private static Optional<SqlText> text(String sql) {
    return sql == null || sql.isEmpty()
        ? Optional.empty()
        : Optional.of(new SqlText(sql, "watershed.yaml", 3));
  }

  private static Verdict judge(Builder rule) {
    return Judging.judge(OwnRule.kind(rule.definition()), facts());
  }

  private static FleetFacts facts() {
    return new FleetFactsFixture(
            new WorkloadFixture()
                .user("shop")
                .schema("shop")
                .statement("SELECT price FROM orders WHERE member = 1")
                .run(100))
        .service("shop", List.of("shop.orders"), List.of())
        .table(
            table("orders")
                .numbers("member", "price")
                .key("k", false, "member")
                .engine("MyISAM")
                .rows(60_000, 600))
        .table(table("items").numbers("a").engine("InnoDB").rows(500, 5))
        .build();
  }

  private static Builder rule(String sql) {
    return new Builder(sql);
  }

  private static final class Builder {
    private final String sql;
    private final TreeMap<String, QueryValue> parameters = new TreeMap<>();
    private Optional<SqlText> warnIf = Optional.empty();
    private Optional<SqlText> errorIf = Optional.empty();

    private Builder(String sql) {
      this.sql = sql;
    }

    private Builder with(String name, long value) {
      parameters.put(name, new QueryValue.Number(Long.toString(value)));
      return this;
    }

    private OwnRuleDefinition definition() {
      return new OwnRuleDefinition(
          "own",
          "what is ours",
          RuleScope.BOTH,
          new SqlText(sql, "r.sql", 11),
          warnIf,
          errorIf,
          parameters,
          Duration.ofSeconds(1));
    }
  }
}
