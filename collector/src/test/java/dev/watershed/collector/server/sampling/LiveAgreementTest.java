package dev.watershed.collector.server.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.follow.WindowSums;
import dev.watershed.collector.input.LogInput;
import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.connection.LiveAddress;
import dev.watershed.collector.server.connection.ServerLimits;
import dev.watershed.collector.server.connection.ServerPool;
import dev.watershed.collector.slowlog.ReadProgress;
import dev.watershed.collector.slowlog.SlowLogCollector;
import dev.watershed.collector.slowlog.SlowLogOptions;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import dev.watershed.workload.Measure;
import dev.watershed.workload.Workload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same traffic, seen by the slow log with {@code long_query_time=0} and by the counters. Counts
 * are equal; how far times are apart is measured by {@code benchmarks/run server.ClocksMain}.
 */
class LiveAgreementTest {

  private static final List<Domain<?, ?>> DOMAINS = Domains.all();
  private static final Measure[] MEASURES = {
    Measure.CALLS, Measure.ROWS_SENT, Measure.ROWS_EXAMINED
  };

  @TempDir Path folder;
  private final KeptSamples samples = new KeptSamples();

  @Test
  @Live(Product.MYSQL)
  void countsOfEveryDigestAreEqualOnMySql(LiveServer server) throws Exception {
    compare(server, true);
  }

  /** MariaDB hides executions of prepared statements: its traffic has none. */
  @Test
  @Live(Product.MARIADB)
  void countsOfEveryDigestAreEqualOnMariaDb(LiveServer server) throws Exception {
    compare(server, false);
  }

  private void compare(LiveServer server, boolean prepared) throws Exception {
    try (LiveStatementsTest.Work work = new LiveStatementsTest.Work(server)) {
      byte[] log =
          server.slowLogOf(
              () -> {
                look(server);
                traffic(work, prepared);
                look(server);
              });
      Map<String, String> counted =
          statements(SampledSums.of(samples.workloads(), work.schema(), MEASURES));
      Map<String, String> logged =
          statements(SampledSums.of(List.of(read(log)), work.schema(), MEASURES));

      assertThat(WindowSums.differences(counted, logged)).isEmpty();
      assertThat(counted).hasSizeGreaterThan(10);
    }
  }

  /** Those of the traffic: the log gives those of connections that come and go its schema, too. */
  private static Map<String, String> statements(Map<String, String> sums) {
    Map<String, String> statements = new TreeMap<>(sums);
    statements
        .keySet()
        .removeIf(text -> !text.matches("(SELECT|DELETE|INSERT|UPDATE) (?!.* AS ).*|BEGIN|COMMIT"));
    return statements;
  }

  private void traffic(LiveStatementsTest.Work work, boolean prepared) throws SQLException {
    SplittableRandom random = new SplittableRandom(3);
    // The log is switched on for connections that begin after that.
    try (Connection connection = work.connect("&useLocalSessionState=true");
        Connection server = work.connect("&useServerPrepStmts=true&useLocalSessionState=true");
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < 300; i++) {
        int number = random.nextInt(1_000);
        statement.execute(
            switch (random.nextInt(11)) {
              case 0 -> "SELECT v FROM a WHERE k = " + number;
              case 1 -> "SELECT v, k FROM a WHERE v IN (1, 2, " + number + ")";
              case 2 -> "INSERT INTO a VALUES (" + (10 + i) + ", " + number + ")";
              case 3 -> "UPDATE a SET v = v + 1 WHERE k > " + number;
              case 4 -> "DELETE FROM a WHERE k = " + number;
              case 5 -> "SELECT COUNT(*) FROM a x JOIN a y ON x.k = y.v";
              case 6 -> "SELECT v FROM a ORDER BY v LIMIT 2";
              case 7 -> "SELECT v, COUNT(*) FROM a GROUP BY v";
              case 8 -> "INSERT INTO a SELECT k + " + (100_000 + 1_000 * i) + ", v FROM a LIMIT 3";
              case 9 -> "BEGIN";
              default -> "COMMIT";
            });
      }
      for (int i = 0; i < 5; i++) {
        statement.execute("SELECT SLEEP(0.02)");
      }
      if (prepared) {
        try (PreparedStatement execution =
            server.prepareStatement("SELECT k FROM a WHERE v >= ?")) {
          for (int i = 0; i < 20; i++) {
            execution.setInt(1, i * 50);
            execution.executeQuery().close();
          }
        }
      }
    }
  }

  private Workload read(byte[] log) throws IOException {
    Path file = Files.write(folder.resolve("slow.log"), log);
    return new SlowLogCollector(SlowLogOptions.standard())
        .collect(
            List.of(new LogInput("slow.log", Optional.of(file))),
            InputStream.nullInputStream(),
            ReadProgress.NONE)
        .workload();
  }

  private void look(LiveServer server) throws IOException {
    ServerPool pool =
        new ServerPool(LiveAddress.of(server), ServerLimits.standard(), Domains.tables(DOMAINS));
    try (ServerSampler sampler =
        ServerSampler.open("live", pool, DOMAINS, samples, Clock.systemUTC())) {
      assertThat(sampler.look(false, () -> false).failures()).isEmpty();
      sampler.seal();
    }
  }
}
