package dev.watershed.collector.server.watching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.connection.LiveAddress;
import dev.watershed.collector.server.connection.ServerAddress;
import dev.watershed.collector.server.connection.ServerLimits;
import dev.watershed.collector.server.rounds.RoundLoop;
import dev.watershed.collector.server.rounds.RoundTiming;
import dev.watershed.collector.server.rounds.Watch;
import dev.watershed.collector.server.running.SessionResolver;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.WorkloadBuilder;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.ObservationTable;
import dev.watershed.workload.observation.ObservationsBuilder;
import dev.watershed.workload.observation.SamplingRounds;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** All watches together on a real server. */
class LiveWatchedServerTest {

  private static final SessionResolver RESOLVER =
      new SessionResolver(List.of("controller"), 24, SqlMode.standard());

  @Live(Product.MYSQL)
  @Nested
  class OnMySql extends Cases {
    OnMySql(LiveServer server) {
      super(server);
    }

    @Test
    void anAccountThatMaySeeNothingIsToldForEachWatch() throws Exception {
      execute("CREATE USER 'watched_poor'@'%' IDENTIFIED BY 'pw'");
      ServerAddress poor = LiveAddress.of(server, "watched_poor", "pw");
      Map<SamplingRounds.Subject, String> problems = new EnumMap<>(SamplingRounds.Subject.class);
      Instant end = Instant.now().plusSeconds(30);
      try (WatchedServer watched = start(poor, Duration.ofDays(1))) {
        while (problems.size() < SamplingRounds.Subject.values().length
            && Instant.now().isBefore(end)) {
          problems.putAll(watched.take().problems());
          Thread.sleep(50);
        }
      }
      execute("DROP USER 'watched_poor'@'%'");
      assertThat(problems).containsOnlyKeys(SamplingRounds.Subject.values());
      assertThat(problems.values()).allSatisfy(text -> assertThat(text).contains("GRANT"));
    }
  }

  @Live(Product.MARIADB)
  @Nested
  class OnMariaDb extends Cases {
    OnMariaDb(LiveServer server) {
      super(server);
    }
  }

  abstract static class Cases {

    final LiveServer server;

    Cases(LiveServer server) {
      this.server = server;
    }

    @Test
    void aBurstSeesWhatRunsAndEndsByItself() throws Exception {
      execute(
          "UPDATE performance_schema.setup_instruments SET ENABLED = 'YES'"
              + " WHERE NAME = 'wait/lock/metadata/sql/mdl'");
      Thread client = new Thread(() -> unchecked("SELECT SLEEP(6), 31 /*controller='coupon'*/"));
      client.start();
      RoundLoop.Taken taken = burst(LiveAddress.of(server), Duration.ofSeconds(5));
      client.join();
      assertThat(taken.problems()).isEmpty();
      ObservationTable<SamplingRounds.Key, SamplingRounds.Figure> rounds =
          taken.watched().build().rounds();
      assertThat(rounds.keys()).hasSize(SamplingRounds.Subject.values().length);
      for (int row = 0; row < rounds.size(); row++) {
        assertThat(rounds.value(row, SamplingRounds.Figure.ROUNDS)).isPositive();
      }
      WorkloadBuilder window = new WorkloadBuilder(WorkloadBounds.standard());
      ObservationsBuilder beside = new ObservationsBuilder(ObservationBounds.standard());
      taken.watched().addTo(window, beside);
      taken.watched().addTo(window, new ObservationsBuilder(ObservationBounds.standard()));
      assertThat(beside.build()).isEqualTo(taken.watched().build());
      Workload workload =
          window.build(
              List.of(),
              OptionalDouble.empty(),
              sample -> new String(sample, StandardCharsets.UTF_8));
      assertThat(workload.texts())
          .extracting(text -> text.fingerprint())
          .anySatisfy(text -> assertThat(text.toLowerCase(java.util.Locale.ROOT)).contains("sleep"))
          .doesNotHaveDuplicates();
    }

    @Test
    void closingEndsItAtOnce() {
      WatchedServer watched = start(LiveAddress.of(server), Duration.ofDays(9));
      watched.close();
      watched.close();
      assertThat(watched.take().problems()).isEmpty();
    }

    static RoundLoop.Taken burst(ServerAddress address, Duration time) throws InterruptedException {
      try (WatchedServer watched = start(address, time)) {
        watched.join();
        return watched.take();
      }
    }

    static WatchedServer start(ServerAddress address, Duration longest) {
      List<Watch> watches = Watches.of(RESOLVER);
      RoundTiming timing =
          new RoundTiming(Duration.ofMillis(100), Duration.ofMinutes(1), Duration.ofSeconds(1), 1);
      return WatchedServer.start(
          address, ServerLimits.standard(), watches, timing, new Random(6), Instant.now(), longest);
    }

    void execute(String sql) throws Exception {
      try (Connection connection = server.connect();
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }

    private void unchecked(String sql) {
      try {
        execute(sql);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
