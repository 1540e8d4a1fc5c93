package dev.watershed.analyzer.index.redundancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.IndexAdvice.Confidence;
import dev.watershed.analyzer.index.IndexFixture;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.index.TableMaker;
import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.facts.KnownRelation;
import dev.watershed.sql.facts.SchemaView;
import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.sql.resolve.Understanding;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Expected is {@code kind index -> others} per advice. */
class SuperfluousIndexesTest {

  private static final double MONTHS = 60 * 86_400;

  private static IndexFixture orders() {
    return new IndexFixture("shop.orders").primary("id");
  }

  static Stream<Arguments> definitions() {
    return Stream.of(
        Arguments.of(
            "the same twice", orders().key("k", "a, b").key("l", "a, b"), "drop-duplicate l -> k"),
        Arguments.of(
            "the same three times",
            orders().key("k", "a").key("l", "a").key("m", "a"),
            "drop-duplicate l -> k; drop-duplicate m -> k"),
        Arguments.of("in another order", orders().key("k", "a, b").key("l", "b, a"), ""),
        Arguments.of("in another direction", orders().key("k", "a").key("l", "a desc"), ""),
        Arguments.of("letter case", orders().key("k", "a").key("l", "A"), "drop-duplicate l -> k"),
        Arguments.of(
            "a unique one stays", orders().key("k", "a").unique("u", "a"), "drop-duplicate k -> u"),
        Arguments.of(
            "two unique ones", orders().unique("u", "a").unique("v", "a"), "drop-duplicate v -> u"),
        Arguments.of(
            "unique with the primary key behind it is another constraint",
            orders().unique("u", "a").unique("v", "a, id"),
            ""),
        Arguments.of("of the primary key", orders().key("k", "id"), "drop-duplicate k -> PRIMARY"),
        Arguments.of(
            "with the primary key behind it",
            orders().key("k", "a").key("l", "a, id"),
            "drop-duplicate l -> k"),
        Arguments.of(
            "with the primary key behind it, which MyISAM does not add",
            orders().engine("MyISAM").key("k", "a").key("l", "a, id"),
            "drop-redundant k -> l"),
        Arguments.of(
            "beginning of another",
            orders().key("k", "a").key("l", "a, b"),
            "drop-redundant k -> l"),
        Arguments.of(
            "beginning of several: what goes itself takes nothing over",
            orders().key("k", "a").key("l", "a, b").key("m", "a, b, c"),
            "drop-redundant l -> m; drop-redundant k -> m"),
        Arguments.of("end of another", orders().key("k", "b").key("l", "a, b"), ""),
        Arguments.of("a unique beginning", orders().unique("k", "a").key("l", "a, b"), ""),
        Arguments.of(
            "beginning of a unique one",
            orders().key("k", "a").unique("l", "a, b"),
            "drop-redundant k -> l"),
        Arguments.of("a part of the column", orders().key("k", "a").key("l", "a(10), b"), ""),
        Arguments.of(
            "less of the column",
            orders().key("k", "a(10)").key("l", "a"),
            "drop-redundant k -> l"),
        Arguments.of(
            "fewer characters",
            orders().key("k", "a(10)").key("l", "a(20)").key("m", "a(20), b"),
            "drop-redundant l -> m; drop-redundant k -> m"),
        Arguments.of(
            "less of one column and more of another",
            orders().key("k", "a(10), b(20)").key("l", "a(20), b(10)"),
            ""),
        Arguments.of("less of the column, unique", orders().unique("k", "a(10)").key("l", "a"), ""),
        Arguments.of(
            "less of the column, the other way round",
            orders().key("k", "a(10)").key("l", "a desc"),
            ""),
        Arguments.of(
            "a hidden one takes nothing over", orders().key("k", "a").hidden("l", "a, b"), ""),
        Arguments.of("of another kind", orders().key("k", "a").fulltext("l", "a"), ""),
        Arguments.of(
            "full text twice, perhaps with the parser ngram",
            orders().fulltext("k", "a").fulltext("l", "a"),
            ""),
        Arguments.of("spatial twice", orders().spatial("k", "a").spatial("l", "a"), ""),
        Arguments.of(
            "the second alone has what a foreign key needs",
            new IndexFixture("shop.orders")
                .primary("b, id")
                .key("k", "a")
                .key("l", "a, b")
                .references("a, b", "members", "id, c"),
            "drop-redundant k -> l"),
        Arguments.of(
            "both have what a foreign key needs",
            new IndexFixture("shop.orders")
                .primary("b, id")
                .key("k", "a, b")
                .key("l", "a, b, id")
                .references("a, b", "members", "id, c"),
            "drop-duplicate l -> k"),
        Arguments.of(
            "of expressions whose literals are not known",
            orders().key("k", "=a + ?").key("l", "=a + ?").key("m", "=a + ?, b"),
            ""),
        Arguments.of(
            "of the same expression",
            orders().key("k", "=lower(a)").key("l", "=lower(a)"),
            "drop-duplicate l -> k"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("definitions")
  void judgesDefinitions(String name, IndexFixture table, String expected) {
    assertThat(advice(List.of(table.table()), IndexUsage.UNKNOWN)).isEqualTo(expected);
  }

  static Stream<Arguments> statements() {
    return Stream.of(
        Arguments.of("SELECT b FROM orders WHERE a = 1", true),
        Arguments.of("SELECT b FROM orders WHERE a = 1 AND b > 2 ORDER BY b", true),
        Arguments.of("SELECT b FROM orders WHERE a = 1 ORDER BY id LIMIT 1", false),
        Arguments.of("SELECT b FROM orders WHERE a = 1 ORDER BY a, id DESC LIMIT 1", false),
        Arguments.of("SELECT b FROM orders WHERE a = 1 ORDER BY b, id", true),
        Arguments.of("SELECT b FROM orders WHERE a = 1 AND id > 7", false),
        Arguments.of("SELECT MAX(id) FROM orders WHERE a = 1", false),
        Arguments.of("SELECT b FROM orders WHERE a > 1 ORDER BY id LIMIT 1", true),
        Arguments.of("SELECT b FROM other WHERE a = 1 ORDER BY id LIMIT 1", true),
        Arguments.of("DELETE FROM orders WHERE a = 1 ORDER BY id LIMIT 10", false),
        Arguments.of("SELECT b FROM orders FORCE INDEX (k) WHERE a = 1", false),
        Arguments.of("SELECT /*+ INDEX(orders `k`) */ b FROM orders WHERE a = 1", false),
        Arguments.of("SELECT b FROM orders FORCE INDEX (l) WHERE a = 1", true));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("statements")
  void keepsWhatServesTheOrderOfThePrimaryKey(String sql, boolean redundant) {
    List<StatisticTable> tables =
        List.of(
            orders().key("k", "a").key("l", "a, b").table(),
            new IndexFixture("shop.other").primary("id").key("k", "a").table());
    assertThat(advice(tables, IndexUsage.UNKNOWN, sql))
        .isEqualTo(redundant ? "drop-redundant k -> l" : "");
  }

  @Test
  void keepsWhatServesTheOrderOfAUniqueIndexThatHoldsTheRows() {
    IndexFixture keyless = new IndexFixture("shop.orders").unique("u", "c").key("k", "a");
    StatisticTable held = keyless.key("l", "a, b").required("c").table();
    String sql = "SELECT b FROM orders WHERE a = 1 ORDER BY c LIMIT 1";
    assertThat(advice(List.of(held), IndexUsage.UNKNOWN, sql)).isEmpty();
  }

  static Stream<Arguments> uses() {
    return Stream.of(
        Arguments.of("used", orders().key("k", "a"), Map.of("k", 1L), ""),
        Arguments.of(
            "not used", orders().key("k", "a"), Map.of("PRIMARY", 5L), "drop-unused k -> "),
        Arguments.of("of a table without use", orders().key("k", "a"), Map.of(), ""),
        Arguments.of("unique", orders().unique("k", "a"), Map.of("PRIMARY", 5L), ""),
        Arguments.of("full text", orders().fulltext("k", "a"), Map.of("PRIMARY", 5L), ""),
        Arguments.of(
            "the only one of a foreign key",
            orders().key("k", "a").references("a", "members", "id"),
            Map.of("PRIMARY", 5L),
            ""),
        Arguments.of(
            "one of two of a foreign key",
            orders().key("k", "a").key("l", "a, b").references("a", "members", "id"),
            Map.of("l", 5L),
            "drop-redundant k -> l"),
        Arguments.of(
            "two for one foreign key: one stays",
            orders().key("k", "a, c").key("l", "a, b").references("a", "members", "id"),
            Map.of("PRIMARY", 5L),
            "drop-unused k -> "),
        Arguments.of(
            "unused, but takes over for a used one",
            orders().key("k", "a").key("l", "a, b"),
            Map.of("k", 5L),
            "drop-redundant k -> l"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("uses")
  void judgesUse(String name, IndexFixture table, Map<String, Long> reads, String expected) {
    assertThat(advice(List.of(table.table()), usage(reads, Set.of()))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} days")
  @CsvSource({
    "35, HIGH, 35 days",
    "34.99, MEDIUM, 34 days",
    "7, MEDIUM, 7 days",
    "6.99, LOW, 6 days",
    "2, LOW, 2 days",
    "1.99, LOW, 47 hours",
    "0.0834, LOW, 2 hours",
    "0.0833, LOW, 119 minutes",
    "0.0001, LOW, 1 minutes",
  })
  void theLongerItWasWatchedTheSurerItIs(double days, Confidence confidence, String watched) {
    StatisticTable table =
        TableMaker.table("orders")
            .numbers("a")
            .key("k", false, "a")
            .pages("k", 30, 20, 0)
            .rows(10_000, 100)
            .make();
    double seconds = days * 86_400;
    Map<IndexUsage.Name, IndexUsage.Rows> rows =
        Map.of(
            new IndexUsage.Name("shop", "orders", "PRIMARY"),
            new IndexUsage.Rows(5, (long) (3 * seconds), 0).and(new IndexUsage.Rows(1, 0, 0)),
            new IndexUsage.Name("shop", "orders", ""),
            new IndexUsage.Rows(0, 0, 0).and(new IndexUsage.Rows(0, 0, (long) seconds)));
    IndexUsage usage = new IndexUsage(seconds, Set.of("primary"), Set.of(), true, rows);
    AdvisedServer server =
        new AdvisedServer("one", "9.7.4", 60, OptionalLong.empty(), List.of(table), List.of());
    IndexAdvice advice =
        SuperfluousIndexes.of(server, usage, new HintedIndexes(List.of(), List.of())).get(0);
    assertThat(advice.kind()).isEqualTo(IndexAdvice.Kind.DROP_UNUSED);
    assertThat(advice.bytes()).hasValue(30 * 16_384);
    assertThat(advice.confidence()).isEqualTo(confidence);
    assertThat(advice.caveats().get(0)).contains("Watched for " + watched + " on primary:");
    assertThat(advice.entriesWrittenPerSecond().orElseThrow()).isCloseTo(4, within(0.2));
  }

  /** The server was watched for months, the index only since a catalog shows it. */
  @ParameterizedTest(name = "for {0} days, came later: {1}: {2}")
  @CsvSource({
    "40,  false, unused k for 40 days",
    "3,   false, unused k for 3 days",
    "0,   false, ''",
    "40,  true,  unused k for 40 days",
    "8,   true,  unused k for 8 days",
    "1,   true,  ''",
    "0,   true,  ''",
  })
  void anIndexIsAsOldAsTheFirstCatalogThatShowsIt(double days, boolean later, String expected) {
    IndexUsage.Name k = new IndexUsage.Name("shop", "orders", "k");
    double seconds = days * 86_400;
    IndexUsage usage =
        new IndexUsage(
            MONTHS,
            Set.of("primary"),
            Set.of(),
            true,
            Map.of(new IndexUsage.Name("shop", "orders", ""), new IndexUsage.Rows(5, 0, 0)),
            Map.of(),
            later ? new WatchedIndexes(MONTHS, Map.of(k, seconds)) : WatchedIndexes.all(seconds));
    AdvisedServer server =
        new AdvisedServer(
            "one",
            "9.7.4",
            60,
            OptionalLong.empty(),
            List.of(orders().key("k", "a").table()),
            List.of());
    String found =
        SuperfluousIndexes.of(server, usage, new HintedIndexes(List.of(), List.of())).stream()
            .filter(advice -> advice.kind() == IndexAdvice.Kind.DROP_UNUSED)
            .map(
                advice ->
                    "unused "
                        + advice.index().name()
                        + advice.caveats().get(0).replaceAll("Watched( for \\d+ days).*", "$1"))
            .collect(Collectors.joining());
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void callsNothingUnusedWhereAReplicaWasNotWatched() {
    assertThat(
            advice(
                List.of(orders().key("k", "a").table()),
                usage(Map.of("PRIMARY", 5L), Set.of("replica"))))
        .isEmpty();
  }

  @Test
  void keepsTheIndexOfAReferencedColumn() {
    List<StatisticTable> tables =
        List.of(
            orders().key("k", "a").table(),
            new IndexFixture("shop.lines").primary("id").references("b", "orders", "a").table());
    assertThat(advice(tables, usage(Map.of("PRIMARY", 5L), Set.of()))).isEmpty();
  }

  private static IndexUsage usage(Map<String, Long> reads, Set<String> unwatched) {
    Map<IndexUsage.Name, IndexUsage.Rows> rows = new HashMap<>();
    reads.forEach(
        (index, read) ->
            rows.put(
                new IndexUsage.Name("shop", "orders", index), new IndexUsage.Rows(read, 0, 0)));
    return new IndexUsage(MONTHS, Set.of("primary"), unwatched, true, rows);
  }

  private static String advice(List<StatisticTable> tables, IndexUsage usage, String... sql) {
    List<WeightedStatement> statements =
        Arrays.stream(sql).map(text -> statement(text, tables)).toList();
    AdvisedServer server =
        new AdvisedServer("one", "9.7.4", 60, OptionalLong.empty(), tables, statements);
    return SuperfluousIndexes.of(server, usage, new HintedIndexes(statements, List.of())).stream()
        .map(SuperfluousIndexesTest::text)
        .collect(Collectors.joining("; "));
  }

  private static String text(IndexAdvice advice) {
    return advice.kind().key()
        + " "
        + advice.index().name()
        + " -> "
        + String.join(", ", advice.others());
  }

  private static WeightedStatement statement(String sql, List<StatisticTable> tables) {
    Fingerprint fingerprint = Fingerprints.of(sql, SqlMode.standard());
    return new WeightedStatement(
        fingerprint.digest(),
        Optional.of("shop"),
        Understanding.of(fingerprint.text(), false, Optional.of("shop"), view(tables)),
        1,
        1,
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  private static SchemaView view(List<StatisticTable> tables) {
    return new SchemaView() {
      @Override
      public boolean known() {
        return true;
      }

      @Override
      public Optional<KnownRelation> find(String schema, String name) {
        return tables.stream()
            .filter(table -> table.schema().equals(schema))
            .filter(table -> table.definition().name().equals(name))
            .<KnownRelation>map(
                table ->
                    new KnownRelation.KnownTable(
                        schema,
                        name,
                        Stream.of("id", "a", "b", "c")
                            .map(
                                column ->
                                    new KnownRelation.KnownColumn(
                                        column, "int", Optional.empty(), true))
                            .toList()))
            .findFirst();
      }

      @Override
      public List<String> schemasWith(String name) {
        return List.of("shop");
      }
    };
  }
}
