package dev.watershed.analyzer.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.observation.ObservationReading;
import dev.watershed.analyzer.observation.ObservedFacts;
import dev.watershed.analyzer.observation.Wait;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.Origin;
import dev.watershed.workload.observation.IndexUse;
import dev.watershed.workload.observation.LockWaits;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.ObservationsBuilder;
import dev.watershed.workload.observation.SamplingRounds;
import dev.watershed.workload.observation.ServerFacts;
import dev.watershed.workload.observation.ServerMinutes;
import dev.watershed.workload.observation.WaitFigure;
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
import java.util.OptionalLong;
import java.util.Set;
import org.eclipse.collections.impl.factory.primitive.ByteLists;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two windows of a server, each with the same observations: queries and facts say their sums. */
class ObservedTablesTest {

  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    try (StoreWriter writer = StoreWriter.open(new LocalStoreFiles(folder), "test")) {
      for (int slot = 0; slot < 2; slot++) {
        Instant start = START.plus(Duration.ofMinutes(15L * slot));
        WindowName name = new WindowName("db", "perfschema", WindowLevel.SLOT, start, slot + 1L);
        Seal seal = new Seal(slot + 1L, 0, 1, ByteLists.immutable.empty());
        writer.put(
            new WindowHeader(name, start, name.end(), "test", seal, List.of()),
            new WorkloadFixture().statement("SELECT 1").user("").run(5).build(),
            observed(start).build());
      }
    }
  }

  private static ObservationsBuilder observed(Instant start) {
    ObservationsBuilder all = new ObservationsBuilder(ObservationBounds.standard());
    LockWaits.Key hot =
        new LockWaits.Key("shop", "stock", "", 7, origin("market"), 0, origin("member"));
    all.lockWaits().add(hot, WaitFigure.SAMPLES, 2);
    all.lockWaits().add(hot, WaitFigure.WAITS, 1);
    all.lockWaits().add(hot, WaitFigure.WAITED_MICROS, 2_000_000);
    all.lockWaits().add(hot, WaitFigure.LAST_SEEN_MICROS, start.toEpochMilli() * 1_000);
    LockWaits.Key rare =
        new LockWaits.Key("shop", "stock", "", 7, origin("market"), 8, origin("market"));
    all.lockWaits().add(rare, WaitFigure.SAMPLES, 1);
    all.lockWaits().add(rare, WaitFigure.LAST_SEEN_MICROS, start.toEpochMilli() * 1_000);
    all.indexes().add(new IndexUse.Key("shop", "stock", ""), IndexUse.Figure.INSERTED, 3);
    all.indexes().add(new IndexUse.Key("shop", "stock", "PRIMARY"), IndexUse.Figure.FETCHED, 9);
    ServerFacts.Key version =
        new ServerFacts.Key("uuid", "version", start.equals(START) ? "9.7.3" : "9.7.4");
    all.facts().add(version, ServerFacts.Figure.LAST_SEEN_MICROS, start.toEpochMilli() * 1_000);
    ServerMinutes.Key minute = new ServerMinutes.Key("uuid", start.getEpochSecond() / 60);
    all.minutes().add(minute, ServerMinutes.Figure.SAMPLES, 1);
    all.minutes().add(minute, ServerMinutes.Figure.SPAN_MICROS, 60_000_000);
    all.minutes().add(minute, ServerMinutes.Figure.BUFFER_POOL_READ_REQUESTS, 100);
    all.minutes().add(minute, ServerMinutes.Figure.BUFFER_POOL_READS, 10);
    all.minutes()
        .add(minute, ServerMinutes.Figure.THREADS_CONNECTED_MAX, start.equals(START) ? 4 : 9);
    SamplingRounds.Key looks = new SamplingRounds.Key("statements", "time share");
    all.rounds().add(looks, SamplingRounds.Figure.ROUNDS, 880);
    all.rounds().add(looks, SamplingRounds.Figure.FAILED_ROUNDS, 20);
    return all;
  }

  private static Origin origin(String user) {
    return new Origin(user, "", List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          select waiting_service, blocking_service, waits, waited_micros from lock_waits order by samples desc limit 1 | market member 2 4000000
          select count(*) from lock_waits where wait_micros_max is null and index_name is null | 2
          select coalesce(index_name, '-'), inserted, fetched from index_use order by 1 | - 6 0;PRIMARY 0 18
          select distinct server, schema, table_name, waiting_digest, blocking_user from lock_waits order by all limit 1 | db shop stock 0000000000000007 market
          select server, minute, samples from server_minutes order by minute | db 2026-11-23T00:00:00Z 1;db 2026-11-23T00:15:00Z 1
          select value from server_facts where name = 'version' order by last_seen_micros desc limit 1 | 9.7.4
          select count(*), sum(span_micros), max(threads_connected_max) from server_minutes | 2 120000000 9
          select subject, rounds, failed_rounds from looks | statements 1760 40
          select count(*) from samples                      | 0
          select count(*) from metadata_locks               | 0
          select count(*) from long_transactions            | 0
          select count(*) from table_use                    | 0
          select count(*) from account_use                  | 0
          """)
  void theSumsOfAllWindowsAreThere(String sql, String expected) throws IOException, QueryException {
    List<String> rows = new ArrayList<>();
    QuerySink sink =
        new QuerySink() {
          @Override
          public void columns(List<String> names) {}

          @Override
          public void row(List<QueryValue> values) {
            rows.add(String.join(" ", values.stream().map(ObservedTablesTest::text).toList()));
          }
        };
    try (StoreSnapshot snapshot = snapshot()) {
      StoreQuery.run(
          snapshot,
          ServiceMapping.accounts(),
          sql,
          new QueryLimits(0, Duration.ofSeconds(20), 256, 2),
          sink);
    }
    assertThat(String.join(";", rows)).isEqualTo(expected);
  }

  @Test
  void whatADamagedWindowShowedIsLeftOutAndTheFileNamed() throws IOException, QueryException {
    QueriedStore store = new QueriedStore(folder);
    store.damage(0);
    QueriedStore.Answer answer = store.answer("select rounds, failed_rounds from looks");
    assertThat(answer.rows()).containsExactly("880 20");
    assertThat(answer.result().skipped())
        .singleElement()
        .satisfies(file -> assertThat(file.file()).contains("20261123T000000Z-slot"));
  }

  @Test
  void factsAreOrderedByWhatTheyCost() throws IOException {
    try (StoreSnapshot snapshot = snapshot()) {
      ObservedFacts facts =
          ObservationReading.of(
              snapshot.observations(ObservationBounds.standard()).servers(),
              ServiceMapping.accounts());
      assertThat(facts.lockWaits()).extracting(Wait::waitedMicros).containsExactly(4_000_000L, 0L);
      assertThat(facts.lockWaits().get(0).longestMicros()).as("not seen").isZero();
      assertThat(facts.servers())
          .singleElement()
          .satisfies(
              server -> {
                assertThat(server.bufferPoolHitShare()).hasValue(0.9);
                assertThat(server.watchedMicros()).isEqualTo(120_000_000);
                assertThat(server.figure(ServerMinutes.Figure.THREADS_CONNECTED_MAX))
                    .isEqualTo(OptionalLong.of(9));
                assertThat(server.figure(ServerMinutes.Figure.HISTORY_LIST_LENGTH_MAX)).isEmpty();
                assertThat(server.facts()).extracting(fact -> fact.value()).contains("9.7.4");
              });
      assertThat(facts.looks().get(0).planned()).isEqualTo(1_800);
    }
  }

  private StoreSnapshot snapshot() throws IOException {
    return Store.open(new LocalStoreFiles(folder))
        .snapshot(new WindowFilter(Set.of(), Set.of(), Instant.MIN, Instant.MAX));
  }

  private static String text(QueryValue value) {
    if (value instanceof QueryValue.Number number) {
      return number.text();
    }
    return value instanceof QueryValue.Text text ? text.text() : value.toString();
  }
}
