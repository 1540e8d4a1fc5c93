package dev.watershed.analyzer.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.analyzer.ranking.GroupBy;
import dev.watershed.analyzer.ranking.GroupFacts;
import dev.watershed.analyzer.ranking.GroupKey;
import dev.watershed.analyzer.ranking.Order;
import dev.watershed.analyzer.ranking.Ranker;
import dev.watershed.analyzer.ranking.RankingOptions;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.store.StoreSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries say what the ranking of the merged workload says, and can do nothing else. */
class StoreQueryTest {

  @TempDir private Path folder;
  private QueriedStore store;

  @BeforeEach
  void write() throws IOException {
    store = new QueriedStore(folder);
    store.write();
  }

  @Test
  void sumsPerDigestAreThoseOfTheRanker() throws IOException, QueryException {
    List<String> expected = new ArrayList<>();
    try (StoreSnapshot snapshot = store.snapshot()) {
      Workload workload = snapshot.merge(WorkloadBounds.standard()).workload();
      for (GroupFacts group :
          new Ranker(workload, ServiceMapping.accounts())
              .rank(new RankingOptions(GroupBy.DIGEST, Order.TIME, 0))
              .groups()) {
        expected.add(
            Fingerprints.idOf(((GroupKey.Digest) group.key()).digest())
                + " "
                + group.figures().loggedCalls()
                + " "
                + group.figures().timeMicros());
      }
    }
    assertThat(expected).hasSize(40);
    assertThat(
            answer(
                "select digest, sum(calls), sum(query_time_micros) from statements group by digest"))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void sumsPerMinuteAreThoseOfTheRanker() throws IOException, QueryException {
    List<String> expected = new ArrayList<>();
    try (StoreSnapshot snapshot = store.snapshot()) {
      Workload workload = snapshot.merge(WorkloadBounds.standard()).workload();
      for (GroupFacts group :
          new Ranker(workload, ServiceMapping.accounts())
              .rank(new RankingOptions(GroupBy.MINUTE, Order.TIME, 0))
              .groups()) {
        expected.add(
            group.key().name()
                + " "
                + group.figures().loggedCalls()
                + " "
                + group.figures().timeMicros()
                + " "
                + group.figures().rowsExamined());
      }
    }
    assertThat(expected).hasSizeGreaterThan(60);
    assertThat(
            answer(
                "select minute, sum(calls), sum(query_time_micros), sum(rows_examined)"
                    + " from minutes group by minute"))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          select distinct server, source from statements                              | db slowlog
          select sum(calls) from minutes                                              | 1500
          select count(*), count(distinct server) from windows                        | 5 1
          select count(*), min(kind), min(truncated::int) from texts                  | 41 OTHER 0
          select string_agg(service, ',' order by service) from origins               | u0,u1,u2,u3
          select sum(calls) from statements join origins using (origin)               | 1500
          select min(window_start), sampled from windows group by 2                   | 2026-11-23T00:00:00Z false
          select count(*), sum(transactions), sum(statements) from transactions       | 20 60 90
          select sum(committed), sum(rolled_back), any_value(truncated) from transactions | 40 10 false
          select distinct len(digests) from transactions where statements = transactions | 1
          select count(*) from (select unnest(digests) as digest from transactions) semi join texts using (digest) | 30
          select len(tables) from texts limit 1                                       | 1
          select fingerprint from texts where digest = '0000000000000000'             | (other statements)
          select null, 1.50, [1, 2]                                                   | NULL 1.50 [1, 2]
          """)
  void everyTableAnswers(String sql, String expected) throws IOException, QueryException {
    assertThat(answer(sql)).containsExactly(expected);
  }

  @Test
  void everyColumnOfEveryTableCanBeRead() throws IOException, QueryException {
    for (String table :
        List.of("statements", "minutes", "transactions", "texts", "origins", "windows")) {
      assertThat(answer("select * from " + table)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          selec 1                                  | syntax error at or near "selec", line 1, column 1
          select * frm x                           | line 1, column 14
          select '予約' frm x                      | line 1, column 17
          select * from statement                  | Tables: statements, minutes
          select nope from statements              | "nope" not found
          drop view statements; select 1           | expected one SELECT
          select 1; select 2                       | expected one SELECT
          install httpfs                           | expected one SELECT
          set threads = 9                          | expected one SELECT
          copy statements to '/tmp/x'              | expected one SELECT
          select * from read_text('/etc/hostname') | disabled by configuration
          select count(*) from range(100000000000) | longer than 1 s
          """)
  void whatIsNotAllowedIsNamed(String sql, String message) {
    assertThatThrownBy(() -> answer(sql))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "select nope from statements              | WRONG    | 1",
        "select 1, nope from windows              | WRONG    | 1",
        "drop view statements                     | WRONG    |",
        "select count(*) from range(100000000000) | TOO_LONG |",
      })
  void whyThereIsNoAnswerIsSaid(String sql, QueryException.Reason reason, Integer line) {
    assertThatThrownBy(() -> answer(sql))
        .isInstanceOfSatisfying(
            QueryException.class,
            failed -> {
              assertThat(failed.reason()).isEqualTo(reason);
              assertThat(failed.line())
                  .isEqualTo(line == null ? OptionalInt.empty() : OptionalInt.of(line));
            });
    assertThatThrownBy(() -> answer(sql.replaceFirst(" ", "\n\n")))
        .isInstanceOfSatisfying(
            QueryException.class,
            failed ->
                assertThat(failed.line())
                    .isEqualTo(line == null ? OptionalInt.empty() : OptionalInt.of(3)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select digest, user, schema, sum(calls), sum(query_time_micros), min(first_seen) "
            + "from statements join origins using (origin) group by all order by all",
        "select minute, user, sum(calls), sum(rows_examined) "
            + "from minutes join origins using (origin) group by all order by all",
        "select digests, user, sum(transactions), sum(open_time_micros) "
            + "from transactions join origins using (origin) group by all order by all"
      })
  void aCompactedStoreAnswersTheSame(String sql) throws IOException, QueryException {
    List<String> before = answer(sql);
    store.compact(Duration.ofDays(20));
    assertThat(answer("select level, count(*) from windows group by 1")).containsExactly("day 1");
    assertThat(answer(sql)).isEqualTo(before).isNotEmpty();
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "select date_trunc('hour', window_start) as hour, digest, user, sum(calls), min(first_seen)"
            + " from statements join origins using (origin) group by all order by all",
        "select date_trunc('hour', window_start) as hour, minute, user, sum(calls), sum(rows_sent)"
            + " from minutes join origins using (origin) group by all order by all",
        "select date_trunc('hour', window_start) as hour, digests, sum(statements)"
            + " from transactions group by all order by all",
        "select date_trunc('hour', window_start) as hour, min(observed_from), max(observed_until),"
            + " sum(issues), min(long_query_time_micros), bool_or(sampled)"
            + " from windows group by all order by all",
        "select digest, fingerprint, kind, truncated from texts order by all"
      })
  void hoursInOneFileAnswerLikeTheWindowsThatTheyWere(String sql)
      throws IOException, QueryException {
    List<String> before = answer(sql);
    store.compact(Duration.ofDays(5));
    assertThat(answer("select level, count(*) from windows group by 1")).containsExactly("hour 2");
    assertThat(answer(sql)).isEqualTo(before).hasSizeGreaterThan(1);
  }

  @Test
  void aDamagedWindowIsLeftOutWholeAndNamed() throws IOException, QueryException {
    store.damage(2);
    for (String table : List.of("statements", "minutes")) {
      QueriedStore.Answer answer = store.answer("select sum(calls) from " + table);
      assertThat(answer.rows()).containsExactly("1200");
      assertThat(answer.result().skipped())
          .singleElement()
          .satisfies(file -> assertThat(file.file()).contains("20261123T003000Z-slot"));
    }
  }

  private List<String> answer(String sql) throws IOException, QueryException {
    return store.answer(sql).rows();
  }
}
