package dev.watershed.collector.server.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Columns.Column;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerProblem;
import dev.watershed.collector.server.ServerProduct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatementQueriesTest {

  @Test
  void everyCounterThatIsThereIsAskedFor() {
    List<Column> columns = new ArrayList<>();
    for (DigestCounter counter : DigestCounter.values()) {
      columns.add(new Column(DigestTable.DIGESTS, counter.column()));
    }
    assertThat(CounterQuery.of(new Columns(columns)).sql())
        .isEqualTo(
            "SELECT SCHEMA_NAME, DIGEST, COUNT_STAR, SUM_TIMER_WAIT, SUM_LOCK_TIME, SUM_ERRORS,"
                + " SUM_ROWS_AFFECTED, SUM_ROWS_SENT, SUM_ROWS_EXAMINED, SUM_CREATED_TMP_TABLES,"
                + " SUM_CREATED_TMP_DISK_TABLES, SUM_SELECT_SCAN, SUM_SELECT_FULL_JOIN,"
                + " SUM_SORT_ROWS, SUM_SORT_MERGE_PASSES, SUM_CPU_TIME, MIN_TIMER_WAIT,"
                + " MAX_TIMER_WAIT, FIRST_SEEN, LAST_SEEN FROM"
                + " performance_schema.events_statements_summary_by_digest AS watershed_sample");
  }

  @Test
  void aCounterThatIsMissingIsNothing() {
    Columns few = new Columns(List.of(new Column(DigestTable.DIGESTS, "COUNT_STAR")));

    assertThat(CounterQuery.of(few).sql())
        .contains("DIGEST, COUNT_STAR, 0 AS SUM_TIMER_WAIT, 0 AS SUM_LOCK_TIME")
        .doesNotContain("QUANTILE", "DIGEST_TEXT", "QUERY_SAMPLE_TEXT");
  }

  @Test
  void fewHistogramsAreLookedUpOneByOne() {
    List<Query<Map<DigestKey, BucketCounts>>> queries =
        HistogramQuery.of(
            List.of(new DigestKey("a", "d"), new DigestKey("", "e"), new DigestKey("", "")));

    assertThat(queries)
        .extracting(Query::sql)
        .allMatch(sql -> sql.startsWith("SELECT SCHEMA_NAME, DIGEST, BUCKET_NUMBER, COUNT_BUCKET"))
        .extracting(sql -> sql.substring(sql.indexOf(" WHERE ")))
        .containsExactly(
            " WHERE SCHEMA_NAME = ? AND DIGEST = ? AND COUNT_BUCKET > 0",
            " WHERE SCHEMA_NAME IS NULL AND DIGEST = ? AND COUNT_BUCKET > 0",
            " WHERE SCHEMA_NAME IS NULL AND DIGEST IS NULL AND COUNT_BUCKET > 0");
    assertThat(queries)
        .extracting(Query::parameters)
        .containsExactly(List.of("a", "d"), List.of("e"), List.of());
  }

  @Test
  void manyHistogramsAreOnePass() {
    List<Query<Map<DigestKey, BucketCounts>>> queries = HistogramQuery.of(keys(51));

    assertThat(queries).hasSize(1);
    assertThat(queries.get(0).sql())
        .contains(" IGNORE INDEX (SCHEMA_NAME) WHERE COUNT_BUCKET > 0 AND (DIGEST IN (?, ?, ");
    assertThat(queries.get(0).parameters()).hasSize(51);
    assertThat(HistogramQuery.of(keys(1_001)))
        .singleElement()
        .satisfies(query -> assertThat(query.sql()).endsWith(" WHERE COUNT_BUCKET > 0"));
  }

  @Test
  void manyTextsAreOneAnswerForAll() {
    assertThat(NameQuery.of(List.of("a", "b"), 1_024).sql()).endsWith(" WHERE DIGEST IN (?, ?)");
    List<String> many = IntStream.range(0, 501).mapToObj(Integer::toString).toList();
    assertThat(NameQuery.of(many, 1_024).sql()).endsWith(" AS watershed_sample");
    assertThat(NameQuery.of(many, 1_024).parameters()).isEmpty();
  }

  @Test
  void everyQueryOfATableCarriesTheAlias() {
    Columns none = new Columns(List.of());

    assertThat(
            List.of(
                CounterQuery.of(none),
                HiddenQuery.of(none),
                SetupQuery.consumersOff(),
                SetupQuery.values(ServerProduct.MYSQL),
                SetupQuery.values(ServerProduct.MARIADB)))
        .extracting(Query::sql)
        .allMatch(sql -> sql.contains(" AS watershed_sample"));
  }

  @Test
  void whatIsSwitchedOffIsSaidWithTheWayOut() throws ServerException {
    assertSwitchedOff(Map.of("PERFORMANCE_SCHEMA", "OFF"), "performance_schema=ON");
    assertSwitchedOff(Map.of("PERFORMANCE_SCHEMA_DIGESTS_SIZE", "0"), "set it to 10000");
    assertThatExceptionOfType(ServerException.class)
        .isThrownBy(() -> SetupQuery.requireConsumers(List.of("a", "b")))
        .withMessageContaining("SET ENABLED = 'YES' WHERE NAME IN ('a', 'b')");
    SetupQuery.requireConsumers(List.of());
    SetupQuery.Setup setup =
        SetupQuery.of(
            Map.of(
                "PERFORMANCE_SCHEMA", "ON",
                "MAX_DIGEST_LENGTH", "2048",
                "PERFORMANCE_SCHEMA_MAX_DIGEST_LENGTH", "512",
                "PERFORMANCE_SCHEMA_DIGEST_LOST", "7"));
    assertThat(setup).isEqualTo(new SetupQuery.Setup(512, 7));
    assertThat(SetupQuery.of(Map.of())).isEqualTo(new SetupQuery.Setup(1_024, 0));
  }

  private static void assertSwitchedOff(Map<String, String> values, String wayOut) {
    assertThatExceptionOfType(ServerException.class)
        .isThrownBy(() -> SetupQuery.of(values))
        .withMessageContaining(wayOut)
        .satisfies(e -> assertThat(e.problem()).isEqualTo(ServerProblem.SWITCHED_OFF));
  }

  private static List<DigestKey> keys(int count) {
    return IntStream.range(0, count).mapToObj(i -> new DigestKey("a", "d" + i)).toList();
  }
}
