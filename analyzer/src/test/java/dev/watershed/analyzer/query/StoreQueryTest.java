package dev.watershed.analyzer.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.analyzer.WorkloadFixture;
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
import dev.watershed.workload.store.Store;
import dev.watershed.workload.store.StoreSnapshot;
import dev.watershed.workload.store.StoreWriter;
import dev.watershed.workload.store.WindowFilter;
import dev.watershed.workload.store.file.LocalStoreFiles;
import dev.watershed.workload.store.window.Seal;
import dev.watershed.workload.store.window.WindowHeader;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.collections.impl.factory.primitive.ByteLists;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries say what the ranking of the merged workload says, and can do nothing else. */
class StoreQueryTest {

  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Random random = new Random(5);
    try (StoreWriter writer = StoreWriter.open(new LocalStoreFiles(folder), "test")) {
      for (int slot = 0; slot < 5; slot++) {
        Instant start = START.plus(Duration.ofMinutes(15L * slot));
        WindowName name = new WindowName("db", "slowlog", WindowLevel.SLOT, start, slot + 1L);
        Seal seal = new Seal(slot + 1L, 0, 1, ByteLists.immutable.empty());
        WorkloadFixture fixture = new WorkloadFixture();
        for (int i = 0; i < 300; i++) {
          int table = random.nextInt(40);
          fixture
              .statement("SELECT a FROM t" + table + " WHERE id = " + i)
              .schema("s" + table % 3)
              .user("u" + random.nextInt(4))
              .at(start.plusMillis(random.nextInt(900_000)).toString())
              .rows(random.nextInt(9), random.nextInt(900))
              .lockMicros(random.nextInt(50))
              .run(1 + random.nextInt(1_000_000));
        }
        writer.put(
            new WindowHeader(name, start, name.end(), "test", seal, List.of()), fixture.build());
      }
    }
  }

  @Test
  void sumsPerDigestAreThoseOfTheRanker() throws IOException, QueryException {
    List<String> expected = new ArrayList<>();
    try (StoreSnapshot snapshot = snapshot()) {
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          select sum(calls) from minutes                                              | 1500
          select count(*), count(distinct server) from windows                        | 5 1
          select count(*), min(kind), min(truncated::int) from texts                  | 41 OTHER 0
          select string_agg(service, ',' order by service) from origins               | u0,u1,u2,u3
          select sum(calls) from statements join origins using (origin)               | 1500
          select min(window_start), sampled from windows group by 2                   | 2026-11-23T00:00:00Z false
          select count(*) from transactions                                           | 0
          select len(tables) from texts limit 1                                       | 1
          select fingerprint from texts where digest = '0000000000000000'             | (other statements)
          select null, 1.50, [1, 2]                                                   | NULL 1.50 [1, 2]
          """)
  void everyTableAnswers(String sql, String expected) throws IOException, QueryException {
    assertThat(answer(sql)).containsExactly(expected);
  }

  @Test
  void everyColumnOfEveryTableCanBeRead() throws IOException, QueryException {
    for (String table : List.of("statements", "minutes", "texts", "origins", "windows")) {
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

  private List<String> answer(String sql) throws IOException, QueryException {
    List<String> lines = new ArrayList<>();
    QuerySink sink =
        new QuerySink() {
          @Override
          public void columns(List<String> names) {
            assertThat(names).isNotEmpty();
          }

          @Override
          public void row(List<QueryValue> values) {
            lines.add(String.join(" ", values.stream().map(StoreQueryTest::text).toList()));
          }
        };
    QueryLimits limits = new QueryLimits(0, Duration.ofSeconds(1), 256, 2);
    try (StoreSnapshot snapshot = snapshot()) {
      StoreQuery.run(snapshot, ServiceMapping.accounts(), sql, limits, sink);
    }
    return lines;
  }

  private StoreSnapshot snapshot() throws IOException {
    return Store.open(new LocalStoreFiles(folder)).snapshot(WindowFilter.ALL);
  }

  private static String text(QueryValue value) {
    if (value instanceof QueryValue.Number number) {
      return number.text();
    } else if (value instanceof QueryValue.Text text) {
      return text.text();
    } else if (value instanceof QueryValue.Flag flag) {
      return Boolean.toString(flag.value());
    } else if (value instanceof QueryValue.Values values) {
      return values.values().stream().map(StoreQueryTest::text).toList().toString();
    }
    return "NULL";
  }
}
