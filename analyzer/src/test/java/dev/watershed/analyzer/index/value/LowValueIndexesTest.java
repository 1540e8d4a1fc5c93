package dev.watershed.analyzer.index.value;

import static dev.watershed.analyzer.index.Conditions.is;
import static dev.watershed.analyzer.index.FactMaker.insert;
import static dev.watershed.analyzer.index.FactMaker.lasting;
import static dev.watershed.analyzer.index.FactMaker.reading;
import static dev.watershed.analyzer.index.FactMaker.weighted;
import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.AdvisorOptions;
import dev.watershed.analyzer.index.FactMaker;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.IndexAdvice.Confidence;
import dev.watershed.analyzer.index.IndexAdvice.Kind;
import dev.watershed.analyzer.index.IndexFixture;
import dev.watershed.analyzer.index.Servers;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.index.TableMaker;
import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.index.advice.IndexAdvisor;
import dev.watershed.analyzer.index.advice.PlannedDrops;
import dev.watershed.analyzer.index.input.AdvisorInput;
import dev.watershed.analyzer.index.input.SeenUse;
import dev.watershed.analyzer.index.redundancy.HintedIndexes;
import dev.watershed.analyzer.index.redundancy.IndexUsage;
import dev.watershed.analyzer.index.redundancy.SuperfluousIndexes;
import dev.watershed.analyzer.index.redundancy.WatchedIndexes;
import dev.watershed.analyzer.index.selection.Workbench;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.sql.StatementKind;
import dev.watershed.sql.facts.FactIssue;
import dev.watershed.sql.facts.NamedTable;
import dev.watershed.sql.facts.StatementFacts;
import dev.watershed.sql.facts.TableRef;
import dev.watershed.sql.lexical.TableUse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code by_shop (member, shop)} is used, and finds hardly fewer rows than {@code by_day (member,
 * day)} does; both are written a hundred times a second.
 */
class LowValueIndexesTest {

  private static final Map<String, Long> USE =
      Map.of("by_shop", 34_000L, "by_day", 30_000L, "by_pair", 40_000L);

  private static final double CALLS = 7_200;
  private static final double INSERTS = 720_000;

  private static final WeightedStatement BY_SHOP =
      reading("orders").where(is("member"), is("shop")).selectAll().called(CALLS);
  private static final WeightedStatement BY_DAY =
      reading("orders").where(is("member")).orderBy("day").selectAll().limit(3).called(CALLS);
  private static final WeightedStatement WRITES = weighted(insert("orders"), INSERTS);

  private static TableMaker orders() {
    return table("orders").numbers("member", "shop", "day", "state", "amount");
  }

  private static TableMaker counted(TableMaker table, long rows) {
    return table
        .rows(rows, Math.max(1, rows / 60))
        .distinct("PRIMARY", rows)
        .distinct("by_shop", rows / 5, (long) (rows / 4.8))
        .distinct("by_day", rows / 5, rows / 2);
  }

  private static TableMaker usual() {
    return orders().key("by_shop", false, "member", "shop").key("by_day", false, "member", "day");
  }

  private static final StatisticTable USUAL = counted(usual(), 1_000_000).make();

  private record Case(
      List<StatisticTable> tables,
      List<WeightedStatement> statements,
      IndexUsage usage,
      SeenUse seen,
      String version) {

    static Case of(StatisticTable table, WeightedStatement... statements) {
      return new Case(
          List.of(table), List.of(statements), counters(USE), SeenUse.WHOLE, Servers.MYSQL);
    }

    Case with(IndexUsage other) {
      return new Case(tables, statements, other, seen, version);
    }

    Case with(SeenUse other) {
      return new Case(tables, statements, usage, other, version);
    }

    Case on(String other) {
      return new Case(tables, statements, usage, seen, other);
    }

    Case and(StatisticTable table) {
      return new Case(List.of(tables.get(0), table), statements, usage, seen, version);
    }

    List<IndexAdvice> advice() {
      AdvisedServer server = Servers.server(version, tables, statements);
      Workbench workbench = Workbench.of(server);
      HintedIndexes hinted = new HintedIndexes(statements, List.of());
      List<IndexAdvice> planned =
          new ArrayList<>(
              new IndexAdvisor(AdvisorOptions.DEFAULTS)
                  .advise(server, workbench, hinted, PlannedDrops.NONE)
                  .indexes());
      planned.addAll(SuperfluousIndexes.of(server, usage, hinted));
      return LowValueIndexes.of(new AdvisorInput(server, usage, seen, hinted), workbench, planned);
    }

    List<String> names() {
      return advice().stream().map(advice -> advice.index().name()).toList();
    }
  }

  /** Of {@link Servers#SECONDS}. */
  private static IndexUsage counters(Map<String, Long> reads) {
    return counters(reads, WatchedIndexes.all(Servers.SECONDS));
  }

  private static IndexUsage counters(Map<String, Long> reads, WatchedIndexes watched) {
    Map<IndexUsage.Name, IndexUsage.Rows> rows = new HashMap<>();
    reads.forEach(
        (index, read) ->
            rows.put(
                new IndexUsage.Name("shop", "orders", index), new IndexUsage.Rows(read, 0, 0)));
    rows.put(new IndexUsage.Name("shop", "orders", ""), new IndexUsage.Rows(0, (long) INSERTS, 0));
    return new IndexUsage(
        Servers.SECONDS,
        Set.of("primary"),
        Set.of(),
        true,
        rows,
        IndexUsage.writesPerSecond(rows, Servers.SECONDS),
        watched);
  }

  @Test
  void namesAnIndexThatAnotherOneMakesUpFor() {
    assertThat(Case.of(USUAL, BY_SHOP, BY_DAY, WRITES).advice())
        .singleElement()
        .satisfies(
            advice -> {
              assertThat(advice.kind()).isEqualTo(Kind.DROP_LOW_VALUE);
              assertThat(advice.index().name()).isEqualTo("by_shop");
              assertThat(advice.others()).containsExactly("by_day");
              assertThat(advice.confidence()).isEqualTo(Confidence.MEDIUM);
              assertThat(advice.entriesWrittenPerSecond()).hasValue(100);
              assertThat(advice.effects())
                  .singleElement()
                  .satisfies(
                      effect -> {
                        assertThat(effect.digest()).isEqualTo(BY_SHOP.digest());
                        assertThat(effect.loadShare())
                            .isEqualTo(
                                BY_SHOP.seconds()
                                    / (BY_SHOP.seconds() + BY_DAY.seconds() + WRITES.seconds()));
                        assertThat(effect.planBefore()).contains("by_shop");
                        assertThat(effect.planAfter()).contains("by_day");
                        assertThat(effect.rowsAfter()).isGreaterThan(effect.rowsBefore());
                      });
            });
  }

  @Test
  void anIndexOfTheSameNameElsewhereDoesNotMatter() {
    StatisticTable lines =
        counted(
                table("lines")
                    .numbers("a", "b")
                    .key("by_shop", false, "a")
                    .key("by_pair", false, "a", "b"),
                1_000_000)
            .make();
    assertThat(Case.of(USUAL, BY_SHOP, BY_DAY, WRITES).and(lines).names())
        .containsExactly("by_shop");
  }

  @Test
  void doubtsWhatCannotBeHiddenFirst() {
    assertThat(Case.of(USUAL, BY_SHOP, BY_DAY, WRITES).on("5.7.44").advice())
        .extracting(IndexAdvice::confidence)
        .containsOnly(Confidence.LOW);
  }

  static Stream<Arguments> kept() {
    WeightedStatement hinted =
        reading("orders").where(is("state")).hint("FORCE INDEX (by_shop)").called(1);
    WeightedStatement elsewhere =
        reading("members").where(is("a")).hint("USE INDEX FOR JOIN (by_shop)").called(1);
    WeightedStatement locking =
        FactMaker.update("orders", "amount").where(is("member"), is("shop")).called(1);
    WeightedStatement lastOfShop =
        reading("orders")
            .where(is("member"), is("shop"))
            .orderBy("-id")
            .selectAll()
            .limit(1)
            .called(1);
    return Stream.of(
        Arguments.of(
            "unique",
            Case.of(
                counted(
                        orders()
                            .key("by_shop", true, "member", "shop")
                            .key("by_day", false, "member", "day"),
                        1_000_000)
                    .make(),
                BY_SHOP,
                BY_DAY,
                WRITES)),
        Arguments.of("without statistics", Case.of(usual().make(), BY_SHOP, BY_DAY, WRITES)),
        Arguments.of(
            "values that nobody counted",
            Case.of(usual().rows(1_000_000, 16_000).make(), BY_SHOP, BY_DAY, WRITES)),
        Arguments.of(
            "a small table", Case.of(counted(usual(), 400).make(), BY_SHOP, BY_DAY, WRITES)),
        Arguments.of(
            "hardly written", Case.of(USUAL, BY_SHOP, BY_DAY, weighted(insert("orders"), 7_200))),
        Arguments.of(
            "no other index finds the rows",
            Case.of(
                counted(orders().key("by_shop", false, "member", "shop"), 1_000_000).make(),
                BY_SHOP,
                WRITES)),
        Arguments.of(
            "the other one is in another order",
            Case.of(
                counted(
                        orders()
                            .key("by_shop", false, "member", "shop")
                            .key("by_day", false, "day", "member"),
                        1_000_000)
                    .make(),
                BY_SHOP,
                WRITES)),
        Arguments.of(
            "it tells rows apart",
            Case.of(
                usual()
                    .rows(1_000_000, 16_000)
                    .distinct("PRIMARY", 1_000_000)
                    .distinct("by_shop", 200_000, 800_000)
                    .distinct("by_day", 200_000, 500_000)
                    .make(),
                BY_SHOP,
                BY_DAY,
                WRITES)),
        Arguments.of("a hint on its table", Case.of(USUAL, BY_SHOP, BY_DAY, WRITES, hinted)),
        Arguments.of("a hint elsewhere", Case.of(USUAL, BY_SHOP, BY_DAY, WRITES, elsewhere)),
        Arguments.of(
            "rows that it finds are locked", Case.of(USUAL, BY_SHOP, BY_DAY, WRITES, locking)),
        Arguments.of(
            "the order of the primary key behind it",
            Case.of(USUAL, BY_SHOP, BY_DAY, WRITES, lastOfShop)),
        Arguments.of(
            "rows that no known statement explains",
            Case.of(USUAL, BY_SHOP, BY_DAY, WRITES)
                .with(counters(Map.of("by_shop", 340_000L, "by_day", 1L)))),
        Arguments.of(
            "not used at all",
            Case.of(USUAL, BY_SHOP, BY_DAY, WRITES).with(counters(Map.of("by_day", 30_000L)))),
        Arguments.of(
            "counted, and not used",
            Case.of(USUAL, BY_SHOP, BY_DAY, WRITES)
                .with(counters(Map.of("by_shop", 0L, "by_day", 30_000L)))),
        Arguments.of(
            "an index that came meanwhile",
            Case.of(USUAL, BY_SHOP, BY_DAY, WRITES)
                .with(
                    counters(
                        USE,
                        new WatchedIndexes(
                            Servers.SECONDS,
                            Map.of(
                                new IndexUsage.Name("shop", "orders", "by_shop"),
                                Servers.SECONDS / 2))))),
        Arguments.of(
            "indexes whose age is unknown",
            Case.of(USUAL, BY_SHOP, BY_DAY, WRITES).with(counters(USE, WatchedIndexes.all(0)))),
        Arguments.of(
            "written less than statements say",
            Case.of(USUAL, BY_SHOP, BY_DAY, WRITES)
                .with(
                    new IndexUsage(
                        Servers.SECONDS,
                        Set.of("primary"),
                        Set.of(),
                        true,
                        Map.of(
                            new IndexUsage.Name("shop", "orders", "by_shop"),
                            new IndexUsage.Rows(34_000, 0, 0))))),
        Arguments.of(
            "use that was not seen as a whole",
            Case.of(USUAL, BY_SHOP, BY_DAY, WRITES)
                .with(new SeenUse(List.of(Saying.verbatim("a replica was not watched"))))),
        Arguments.of(
            "another statement of weight reads many more rows",
            Case.of(
                USUAL,
                BY_SHOP,
                BY_DAY,
                WRITES,
                reading("orders").where(is("shop")).select("shop", "member").called(1_000))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kept")
  void keeps(String name, Case kept) {
    assertThat(kept.names()).doesNotContain("by_shop");
  }

  private static Case reversed(TableMaker table) {
    TableMaker keys =
        table.key("by_shop", false, "shop", "member").key("by_day", false, "member", "day");
    return Case.of(counted(keys, 1_000_000).make(), BY_SHOP, BY_DAY, WRITES);
  }

  @Test
  void keepsWhatForeignKeysNeedOnEitherSide() {
    StatisticTable lines =
        new IndexFixture("shop.lines").primary("id").references("b", "orders", "shop").table();
    assertThat(reversed(orders()).names()).containsExactly("by_shop");
    assertThat(reversed(orders().foreignKey("shop", "shops")).names()).isEmpty();
    assertThat(reversed(orders()).and(lines).names()).isEmpty();
  }

  static Stream<Arguments> opaque() {
    StatementFacts unparsed = partial(FactIssue.Reason.UNPARSED, "orders");
    StatementFacts elsewhere = partial(FactIssue.Reason.UNPARSED, "members");
    StatementFacts cut = partial(FactIssue.Reason.TRUNCATED, "members");
    return Stream.of(
        Arguments.of("not parsed", unparsed, Optional.of("shop"), false),
        Arguments.of("not parsed, of an unknown schema", unparsed, Optional.empty(), false),
        Arguments.of("not parsed, of another schema", unparsed, Optional.of("archive"), true),
        Arguments.of("not parsed, on another table", elsewhere, Optional.of("shop"), true),
        Arguments.of("cut behind another table", cut, Optional.of("shop"), false),
        Arguments.of("cut, of another schema", cut, Optional.of("archive"), true),
        Arguments.of("cut, of an unknown schema", cut, Optional.empty(), false),
        Arguments.of(
            "a column that is not known",
            reading("orders").where(is("unknown")).facts(),
            Optional.of("shop"),
            false));
  }

  private static StatementFacts partial(FactIssue.Reason reason, String table) {
    return new StatementFacts(
        StatementKind.SELECT,
        false,
        List.of(
            new NamedTable(
                new TableRef(Optional.empty(), table, TableRef.Presence.UNCHECKED),
                TableUse.READ,
                false)),
        List.of(),
        List.of(),
        List.of(),
        List.of(new FactIssue(reason, "")));
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("opaque")
  void keepsWhatAStatementMayUseThatIsNotUnderstood(
      String name, StatementFacts facts, Optional<String> schema, boolean named) {
    WeightedStatement statement =
        new WeightedStatement(
            1, schema, facts, 1, 0, OptionalDouble.empty(), OptionalDouble.empty());
    assertThat(Case.of(USUAL, BY_SHOP, BY_DAY, WRITES, statement).names().contains("by_shop"))
        .isEqualTo(named);
  }

  /** It reads the index alone, and would look rows up: less than a thousandth becomes more. */
  @Test
  void weighsAStatementByWhatItWouldTake() {
    WeightedStatement rare =
        reading("orders").where(is("member"), is("shop")).select("shop").called(0.01);
    assertThat(Case.of(USUAL, BY_SHOP, BY_DAY, WRITES, lasting(0.001, rare)).names())
        .containsExactly("by_shop");
    assertThat(Case.of(USUAL, BY_SHOP, BY_DAY, WRITES, lasting(0.5, rare)).names()).isEmpty();
  }

  @Test
  void whatTakesOverStays() {
    StatisticTable three =
        orders()
            .key("by_shop", false, "member", "shop")
            .key("by_day", false, "member", "day")
            .key("by_pair", false, "member", "state")
            .rows(1_000_000, 16_000)
            .distinct("PRIMARY", 1_000_000)
            .distinct("by_shop", 200_000, 208_000)
            .distinct("by_day", 200_000, 208_000)
            .distinct("by_pair", 200_000, 208_000)
            .make();
    WeightedStatement byState =
        reading("orders").where(is("member"), is("state")).selectAll().called(CALLS);
    List<IndexAdvice> advice = Case.of(three, BY_SHOP, byState, BY_DAY, WRITES).advice();
    Set<String> gone = new HashSet<>();
    advice.forEach(one -> gone.add(one.index().name()));
    assertThat(advice).isNotEmpty().allSatisfy(one -> assertThat(one.others()).isNotEmpty());
    assertThat(advice).noneMatch(one -> one.others().stream().anyMatch(gone::contains));
  }
}
