package dev.watershed.analyzer.index.statistics;

import static dev.watershed.analyzer.index.FactMaker.reading;
import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.watershed.analyzer.index.Conditions;
import dev.watershed.analyzer.index.FactMaker;
import dev.watershed.analyzer.index.Servers;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.index.TableMaker;
import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.sql.facts.Condition;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.IndexPart;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableFiguresTest {

  private static final long ROWS = 10_000;

  private static TableMaker counted() {
    return table("t")
        .column("kind", "enum('a','b','c')")
        .column("flag", "tinyint(1)")
        .numbers("a", "b", "parent_id", "free")
        .key("idx_ab", false, "a", "b")
        .foreignKey("parent_id", "parents")
        .distinct("idx_ab", 50, 2_000, ROWS)
        .rows(ROWS, 100);
  }

  private static TableFigures figures(StatisticTable table, WeightedStatement... statements) {
    List<StatisticTable> tables = List.of(table, table("parents").rows(30, 1).make());
    return ServerTables.of(Servers.server(Servers.MYSQL, tables, Arrays.asList(statements)))
        .find(TableMaker.SCHEMA, table.definition().name())
        .orElseThrow();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "id,        10000, true",
    "id free,   10000, true",
    "a,         50,    true",
    "a b,       2000,  true",
    "kind,      3,     false",
    "flag,      1.1,   false",
    "parent_id, 30,    false",
    "free,      100,   false",
    "a free,    5000,  false",
    "a b free,  10000, false",
  })
  void differentValues(String columns, double count, boolean measured) {
    Distinct distinct = figures(counted().make()).distinct(Set.of(columns.split(" ", -1)));

    assertThat(distinct).isEqualTo(new Distinct(count, measured));
  }

  private static WeightedStatement sending(double rows, FactMaker maker) {
    return new WeightedStatement(
        1, Optional.empty(), maker.facts(), 5, 1, OptionalDouble.empty(), OptionalDouble.of(rows));
  }

  @Test
  void whatStatementsSendTellsTheValues() {
    WeightedStatement four = sending(4, reading("t").where(Conditions.is("free")).selectAll());
    WeightedStatement limited =
        sending(1, reading("t").where(Conditions.is("free")).selectAll().limit(1));

    assertThat(figures(counted().make(), four).distinct(Set.of("free")))
        .isEqualTo(new Distinct(ROWS / 4.0, true));
    assertThat(figures(counted().make(), limited).distinct(Set.of("free")).measured()).isFalse();
  }

  @Test
  void theMeanOfAllCallsCounts() {
    FactMaker maker = reading("t").where(Conditions.is("free")).selectAll();
    WeightedStatement often =
        new WeightedStatement(
            2,
            Optional.empty(),
            maker.facts(),
            15,
            1,
            OptionalDouble.empty(),
            OptionalDouble.of(8));

    assertThat(figures(counted().make(), sending(4, maker), often).distinct(Set.of("free")))
        .as("5 calls of 4 rows, 15 of 8")
        .isEqualTo(new Distinct(ROWS / 7.0, true));
  }

  @Test
  void ofIndexesOfAsManyColumnsTheOneWithMoreValuesCounts() {
    TableMaker maker =
        table("t")
            .numbers("a", "b", "c")
            .key("idx_ab", false, "a", "b")
            .key("idx_bc", false, "b", "c")
            .distinct("idx_ab", 50, 2_000)
            .distinct("idx_bc", 500, 4_000)
            .rows(1_000_000, 10_000);

    assertThat(figures(maker.make()).distinct(Set.of("a", "b", "c")))
        .isEqualTo(new Distinct(50 * 4_000, true));
  }

  @Test
  void pagesAreThoseThatTheServerCounted() {
    TableMaker maker =
        table("t")
            .numbers("a", "b")
            .key("idx_a", false, "a")
            .key("idx_b", false, "b")
            .pages("PRIMARY", 70, 60, 15)
            .pages("idx_a", 30, 20, 5)
            .rows(ROWS, 100);

    assertThat(figures(maker.make()).indexes())
        .extracting(index -> index.pages() + " " + index.residency() + " " + index.bytes())
        .as("the last one is reckoned: 10,000 entries of 19 bytes")
        .containsExactly(
            "70.0 0.25 " + 70 * 16_384, "30.0 0.25 " + 30 * 16_384, "16.0 1.0 " + 16 * 16_384);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"id, true", "shopId, true", "parent, true", "PARENT, true", "state, false"})
  void aColumnRefersByItsNameOrByAForeignKey(String column, boolean refers) {
    TableMaker maker = table("t").numbers("parent", "state").foreignKey("parent", "parents");

    assertThat(figures(maker.make()).refers(column)).isEqualTo(refers);
  }

  @ParameterizedTest(name = "{1} rows where {0}: {2} has {3} values")
  @CsvSource({
    "free other,         20, free other, 500,   true",
    "free other,         20, free,       100,   false",
    "free other,        200, free,       50,    false",
    "free other > a,     20, free other, 500,   false",
    "free other > a,      1, free other, 10000, false",
    "free other > a,    200, free,       50,    false",
    "free other a,       20, free other, 500,   false",
    "id other,           20, id,         10000, true",
  })
  void whatStatementsSendBoundsTheValuesOfSeveral(
      String conditions, double rows, String columns, double count, boolean measured) {
    String[] parts = conditions.split(" > ", -1);
    List<Condition> all =
        Stream.concat(
                Arrays.stream(parts[0].split(" ", -1)).map(Conditions::is),
                Arrays.stream(parts).skip(1).map(Conditions::greater))
            .toList();
    WeightedStatement sends =
        sending(rows, reading("t").where(all.toArray(Condition[]::new)).selectAll());

    Distinct distinct =
        figures(counted().numbers("other").make(), sends).distinct(Set.of(columns.split(" ", -1)));

    assertThat(distinct).isEqualTo(new Distinct(count, measured));
  }

  @Test
  void withoutAPrimaryKeyTheFirstUniqueOneClusters() {
    TableMaker maker =
        TableMaker.keyless("t")
            .column("n", "int", true)
            .numbers("a", "b")
            .key("u_n", true, "n")
            .key("u_a", true, "a")
            .rows(ROWS, 100);

    assertThat(figures(maker.make()).clusterKeys()).containsExactly("a");
    assertThat(figures(TableMaker.keyless("t").numbers("a").rows(1, 1).make()).clusterKeys())
        .isEmpty();
  }

  @Test
  void withoutStatisticsRowsAreAssumed() {
    TableFigures figures = figures(table("t").make());

    assertThat(figures.counted()).isFalse();
    assertThat(figures.rows()).isEqualTo(TableFigures.ASSUMED_ROWS);
  }

  @Test
  void indexesThatAreNotUsedForSearchAreNotHere() {
    IndexDefinition invisible =
        new IndexDefinition(
            "idx_i", false, IndexKind.BTREE, false, false, List.of(IndexPart.ofColumn("a")));
    IndexDefinition words =
        new IndexDefinition(
            "idx_w", false, IndexKind.FULLTEXT, true, false, List.of(IndexPart.ofColumn("a")));

    assertThat(figures(counted().index(invisible).index(words).make()).indexes())
        .extracting(index -> index.definition().name())
        .containsExactly("PRIMARY", "idx_ab");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "varchar(100),  DYNAMIC, 0",
    "varchar(1000), DYNAMIC, 64",
    "varchar(768),  DYNAMIC, 0",
    "varchar(191),  COMPACT, 0",
    "varchar(192),  COMPACT, 64",
    "text,          DYNAMIC, 64",
  })
  void longTextsHaveAPrefix(String type, String format, int prefix) {
    TableFigures figures = figures(table("t").column("x", type).rowFormat(format).make());

    assertThat(figures.part("x", false).prefixLength())
        .isEqualTo(prefix == 0 ? OptionalInt.empty() : OptionalInt.of(prefix));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"utf8mb4, 400", "ujis, 300", "eucjpms, 300", "cp932, 200", "latin1, 100"})
  void aKeyIsAsLongAsTheLongestCharacters(String charset, int bytes) {
    ColumnDefinition column =
        new ColumnDefinition(
            "x",
            "varchar(100)",
            true,
            Optional.of(charset),
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            Optional.empty(),
            true,
            false);

    assertThat(ColumnType.of(column).keyBytes()).isEqualTo(bytes);
  }

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({"200, 1000, 1", "600, 1000, 0.5", "1000, 1000, 0", "2000, 1000, 0"})
  void whatIsInMemoryFollowsFromTheSize(long pages, long pool, double residency) {
    OptionalLong bytes = OptionalLong.of(pool * IndexSize.PAGE_BYTES);

    assertThat(Residency.bySize(pages, bytes)).isCloseTo(residency, offset(1e-9));
  }

  @Test
  void sixteenPartsFit() {
    TableMaker maker = table("t");
    String[] columns = new String[17];
    for (int column = 0; column < columns.length; column++) {
      columns[column] = "c" + column;
    }
    TableFigures table =
        new TableFigures(maker.numbers(columns).make(), OptionalLong.empty(), ColumnBounds.NONE);

    assertThat(table.fits(index(Arrays.copyOf(columns, 16)))).isTrue();
    assertThat(table.fits(index(columns))).isFalse();
  }

  private static IndexDefinition index(String... columns) {
    return new IndexDefinition(
        "x",
        false,
        IndexKind.BTREE,
        true,
        false,
        Arrays.stream(columns).map(IndexPart::ofColumn).toList());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "lower(email)      | (lower(email))",
        "(lower(`email`))  | (lower(email))",
        "(a) + (b)         | ((a)+(b))",
      })
  void expressionsHaveOneSpelling(String expression, String key) {
    assertThat(ColumnKey.ofExpression(expression)).isEqualTo(key);
  }
}
