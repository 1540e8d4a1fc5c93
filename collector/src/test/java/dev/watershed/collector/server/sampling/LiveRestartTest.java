package dev.watershed.collector.server.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.follow.FollowReport;
import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.connection.LiveAddress;
import dev.watershed.collector.server.connection.ServerLimits;
import dev.watershed.collector.server.connection.ServerPool;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Measure;
import dev.watershed.workload.StatementText;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Servers of their own, with a small digest table, that are started again. */
class LiveRestartTest {

  private static final List<Domain<?, ?>> DOMAINS = Domains.all();
  private static final long LEAST_UPTIME_SECONDS = 7;
  private static final String ROWS = "--performance-schema-digests-size=200";

  private final KeptSamples samples = new KeptSamples();

  @Test
  @Live(value = Product.MYSQL, flags = ROWS)
  void aFullTableAndARestartOnMySql(LiveServer server) throws Exception {
    fillAndRestart(server);
  }

  @Test
  @Live(value = Product.MARIADB, flags = ROWS)
  void aFullTableAndARestartOnMariaDb(LiveServer server) throws Exception {
    fillAndRestart(server);
  }

  @Test
  @Live(value = Product.MYSQL, flags = "--performance-schema=OFF")
  void aServerWithoutPerformanceSchemaSaysSoOnMySql(LiveServer server) throws Exception {
    saysThatItIsOff(server);
  }

  @Test
  @Live(value = Product.MARIADB, flags = "--performance-schema=OFF")
  void aServerWithoutPerformanceSchemaSaysSoOnMariaDb(LiveServer server) throws Exception {
    saysThatItIsOff(server);
  }

  private void saysThatItIsOff(LiveServer server) throws IOException {
    assertThat(look(server).failures())
        .hasSize(1)
        .first()
        .asString()
        .contains("performance_schema is off; set performance_schema=ON");
    assertThat(samples.count(IssueReason.FAILED_LOOK)).isEqualTo(1);
  }

  private void fillAndRestart(LiveServer server) throws Exception {
    try (LiveStatementsTest.Work work = new LiveStatementsTest.Work(server)) {
      look(server);
      for (int i = 0; i < 300; i++) {
        work.run(2, "SELECT v AS c" + i + " FROM a");
      }
      look(server);
      long lumped = lumpedCalls();
      assertThat(lumped).as("of 600").isBetween(200L, 600L);
      assertThat(samples.count(IssueReason.LUMPED_BY_SERVER)).isEqualTo(lumped);
      assertThat(calls(work)).isGreaterThanOrEqualTo(600 - lumped);
    }
    restart(server);
  }

  private void restart(LiveServer server) throws Exception {
    awaitUptime(server);
    server.restart();
    try (LiveStatementsTest.Work work = new LiveStatementsTest.Work(server)) {
      work.run(4, "SELECT v FROM a");
      FollowReport report = look(server);
      assertThat(report.failures()).isEmpty();
      assertThat(report.notes()).hasSize(1).first().asString().contains("started again");
      assertThat(SampledSums.of(samples.workloads(), work.schema(), Measure.CALLS))
          .containsEntry("SELECT v FROM a", "[4]");
      assertThat(samples.count(IssueReason.RESTART)).isEqualTo(1);
      work.run(3, "SELECT v FROM a");
      assertThat(look(server).notes()).isEmpty();
      assertThat(SampledSums.of(samples.workloads(), work.schema(), Measure.CALLS))
          .containsEntry("SELECT v FROM a", "[7]");
    }
  }

  /** Two starts within the tolerance of {@code ServerIdentity} are not told from one. */
  private static void awaitUptime(LiveServer server) throws Exception {
    long seconds = 0;
    while (seconds < LEAST_UPTIME_SECONDS) {
      try (Connection connection = server.connect();
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Uptime'")) {
        rows.next();
        seconds = rows.getLong(2);
      }
      Thread.sleep(seconds < LEAST_UPTIME_SECONDS ? 100 : 0);
    }
  }

  private long lumpedCalls() {
    return SampledSums.of(samples.workloads(), "", Measure.CALLS).entrySet().stream()
        .filter(entry -> entry.getKey().equals(StatementText.LUMPED.fingerprint()))
        .mapToLong(entry -> Long.parseLong(entry.getValue().replaceAll("\\D", "")))
        .sum();
  }

  private long calls(LiveStatementsTest.Work work) {
    return SampledSums.of(samples.workloads(), work.schema(), Measure.CALLS).values().stream()
        .mapToLong(calls -> Long.parseLong(calls.replaceAll("\\D", "")))
        .sum();
  }

  private FollowReport look(LiveServer server) throws IOException {
    ServerPool pool =
        new ServerPool(LiveAddress.of(server), ServerLimits.standard(), Domains.tables(DOMAINS));
    try (ServerSampler sampler =
        ServerSampler.open("live", pool, DOMAINS, samples, Clock.systemUTC())) {
      FollowReport report = sampler.look(false, () -> false);
      sampler.seal();
      return report;
    }
  }
}
