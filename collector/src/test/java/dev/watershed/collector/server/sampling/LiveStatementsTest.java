package dev.watershed.collector.server.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.follow.FollowReport;
import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.connection.LiveAddress;
import dev.watershed.collector.server.connection.ServerAddress;
import dev.watershed.collector.server.connection.ServerLimits;
import dev.watershed.collector.server.connection.ServerPool;
import dev.watershed.collector.server.statements.StatementDomain;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Measure;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.StatementText;
import dev.watershed.workload.Workload;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The counters of real servers against what a client did. */
class LiveStatementsTest {

  private static final List<Domain<?, ?>> DOMAINS = List.of(new StatementDomain());

  @Live(Product.MYSQL)
  @Nested
  class OnMySql extends Cases {
    OnMySql(LiveServer server) {
      super(server);
    }

    @Test
    void executionsOfPreparedStatementsAreThoseOfTheirStatement() throws Exception {
      try (Work work = new Work(server())) {
        look();
        executePrepared(work);
        look();
        assertThat(sums(work, Measure.CALLS, Measure.ROWS_SENT))
            .containsEntry("SELECT v FROM a WHERE v >= ?", "[5, 9]")
            .containsEntry("administrator command: Prepare", "[1, 0]");
        assertThat(samples().count(IssueReason.HIDDEN_BY_SERVER)).isZero();
      }
    }

    @Test
    void processorTimeIsMeasuredWhereItsConsumerIsOn() throws Exception {
      String update =
          "UPDATE performance_schema.setup_consumers SET ENABLED = '%s' WHERE NAME ="
              + " 'events_statements_cpu'";
      try (Work work = new Work(server())) {
        work.run(1, update.formatted("YES"));
        try {
          look();
          work.run(1, "SELECT BENCHMARK(400000, SHA2('a', 512)) FROM a WHERE k = 1");
          work.run(1, "SELECT SLEEP(0.3) FROM a WHERE k = 1");
          look();
        } finally {
          work.run(1, update.formatted("NO"));
        }
        Workload workload = samples().newest().workload();
        StatementTable table = workload.statements();
        int busy = row(workload, "SELECT BENCHMARK(?, SHA2(...)) FROM a WHERE k = ?");
        int idle = row(workload, "SELECT SLEEP(?) FROM a WHERE k = ?");
        assertThat(table.value(busy, Measure.CPU_TIME_MICROS))
            .isBetween(10_000L, table.value(busy, Measure.TIME_MICROS) + 1_000);
        assertThat(table.value(idle, Measure.CPU_TIME_MICROS)).isBetween(1L, 250_000L);
      }
    }

    @Test
    void everyExecutionIsInAHistogram() throws Exception {
      try (Work work = new Work(server())) {
        look();
        work.run(30, "SELECT v FROM a WHERE v = 1");
        look();
        Workload workload = samples().newest().workload();
        int row = row(workload, "SELECT v FROM a WHERE v = ?");
        StatementTable table = workload.statements();
        assertThat(table.histogram(row).count()).isEqualTo(30);
        assertThat(table.value(row, Measure.TIME_SQUARE_LOW)).isPositive();
        assertThat(table.value(row, Measure.TIME_MICROS_MIN))
            .isPositive()
            .isLessThanOrEqualTo(table.value(row, Measure.TIME_MICROS_MAX));
      }
    }
  }

  @Live(Product.MARIADB)
  @Nested
  class OnMariaDb extends Cases {
    OnMariaDb(LiveServer server) {
      super(server);
    }

    @Test
    void executionsOfPreparedStatementsAreHiddenAndCounted() throws Exception {
      try (Work work = new Work(server())) {
        look();
        executePrepared(work);
        look();
        assertThat(samples().count(IssueReason.HIDDEN_BY_SERVER)).isEqualTo(5);
        assertThat(SampledSums.of(samples().workloads(), "", Measure.CALLS, Measure.ROWS_SENT))
            .containsEntry("administrator command: Execute", "[5, 9]");
        assertThat(sums(work, Measure.CALLS).keySet()).noneMatch(text -> text.contains("FROM a"));
      }
    }

    @Test
    void aPercentileIsUnknownAndNotZero() throws Exception {
      try (Work work = new Work(server())) {
        look();
        work.run(30, "SELECT v FROM a WHERE v = 1");
        look();
        Workload workload = samples().newest().workload();
        int row = row(workload, "SELECT v FROM a WHERE v = ?");
        assertThat(workload.statements().histogram(row).count()).isZero();
        assertThat(workload.statements().value(row, Measure.TIME_MICROS)).isPositive();
      }
    }
  }

  abstract static class Cases {
    private final LiveServer server;
    private final KeptSamples samples = new KeptSamples();

    Cases(LiveServer server) {
      this.server = server;
    }

    LiveServer server() {
      return server;
    }

    KeptSamples samples() {
      return samples;
    }

    @Test
    void theCountersAreWhatTheClientDid() throws Exception {
      try (Work work = new Work(server)) {
        work.run(3, "SELECT v FROM a");
        look();
        assertThat(samples.newest().workload().statements().size()).isZero();
        work.run(7, "SELECT v FROM a");
        work.run(2, "UPDATE a SET v = v + 1");
        work.fail("SELECT * FROM nowhere");
        work.run(1, "SELECT v FROM a WHERE v IN (7, 8)");
        look();
        work.run(5, "SELECT v FROM a");
        look();

        assertThat(
                sums(
                    work,
                    Measure.CALLS,
                    Measure.ERRORS,
                    Measure.ROWS_SENT,
                    Measure.ROWS_EXAMINED,
                    Measure.ROWS_AFFECTED,
                    Measure.FULL_SCANS))
            .containsEntry("SELECT v FROM a", "[12, 0, 36, 36, 0, 12]")
            .containsEntry("UPDATE a SET v = v + ?", "[2, 0, 0, 6, 6, 0]")
            .containsEntry("SELECT * FROM nowhere", "[1, 1, 0, 0, 0, 0]")
            .containsEntry("SELECT v FROM a WHERE v IN (...)", "[1, 0, 0, 3, 0, 1]");
        assertThat(samples.count(IssueReason.OWN_STATEMENTS)).isPositive();
        assertThat(samples.count(IssueReason.COUNTERS_RESET)).isZero();
        assertThat(samples.count(IssueReason.CLOCK_DIFFERS)).isZero();
        for (Workload workload : samples.workloads()) {
          assertThat(workload.texts())
              .noneMatch(text -> text.fingerprint().contains("watershed_sample"));
        }
      }
    }

    @Test
    void somebodysTruncateInBetweenLosesOnlyWhatRanBeforeIt() throws Exception {
      try (Work work = new Work(server)) {
        work.run(4, "SELECT v FROM a");
        look();
        work.run(6, "SELECT v FROM a");
        work.run(1, "TRUNCATE performance_schema.events_statements_summary_by_digest");
        work.run(9, "SELECT v FROM a");
        look();

        assertThat(sums(work, Measure.CALLS)).containsEntry("SELECT v FROM a", "[9]");
        assertThat(samples.count(IssueReason.COUNTERS_RESET)).isPositive();
      }
    }

    @Test
    void theLeastGrantsAreEnough() throws Exception {
      try (Work work = new Work(server)) {
        String user = "least" + System.nanoTime();
        work.run(1, "CREATE USER '" + user + "'@'%' IDENTIFIED BY 'least'");
        work.run(1, "GRANT SELECT ON performance_schema.* TO '" + user + "'@'%'");
        ServerAddress least = LiveAddress.of(server, user, "least");
        assertThat(look(least).failures()).isEmpty();
        work.run(2, "SELECT v FROM a");
        assertThat(look(least).failures()).isEmpty();

        assertThat(sums(work, Measure.CALLS)).containsEntry("SELECT v FROM a", "[2]");
      }
    }

    @Test
    void tooFewGrantsAreNamedWithTheWayOut() throws Exception {
      try (Work work = new Work(server)) {
        String user = "none" + System.nanoTime();
        work.run(1, "CREATE USER '" + user + "'@'%' IDENTIFIED BY 'none'");
        FollowReport report = look(LiveAddress.of(server, user, "none"));

        assertThat(report.failures())
            .hasSize(1)
            .first()
            .asString()
            .contains("statements: ", "GRANT SELECT ON performance_schema.* TO");
        assertThat(samples.count(IssueReason.FAILED_LOOK)).isEqualTo(1);
      }
    }

    @Test
    void aConsumerThatIsOffIsNamedWithTheStatementThatMendsIt() throws Exception {
      String update = "UPDATE performance_schema.setup_consumers SET ENABLED = '%s' WHERE NAME = ";
      try (Work work = new Work(server)) {
        work.run(1, update.formatted("NO") + "'statements_digest'");
        try {
          assertThat(look().failures())
              .hasSize(1)
              .first()
              .asString()
              .contains("SET ENABLED = 'YES' WHERE NAME IN ('statements_digest')");
        } finally {
          work.run(1, update.formatted("YES") + "'statements_digest'");
        }
        assertThat(look().failures()).isEmpty();
      }
    }

    static void executePrepared(Work work) throws SQLException {
      try (Connection connection = work.connect("&useServerPrepStmts=true");
          PreparedStatement statement =
              connection.prepareStatement("SELECT v FROM a WHERE v >= ?")) {
        for (int i = 0; i < 5; i++) {
          statement.setInt(1, i);
          statement.executeQuery().close();
        }
      }
    }

    FollowReport look() throws IOException {
      return look(LiveAddress.of(server));
    }

    /** A look as a run of its own makes it. */
    FollowReport look(ServerAddress address) throws IOException {
      ServerPool pool = new ServerPool(address, ServerLimits.standard(), Domains.tables(DOMAINS));
      try (ServerSampler sampler =
          ServerSampler.open("live", pool, DOMAINS, samples, Clock.systemUTC())) {
        FollowReport report = sampler.look(false, () -> false);
        sampler.seal();
        return report;
      }
    }

    Map<String, String> sums(Work work, Measure... measures) {
      return SampledSums.of(samples.workloads(), work.schema(), measures);
    }

    static int row(Workload workload, String fingerprint) {
      for (int row = 0; row < workload.statements().size(); row++) {
        int text = workload.statements().textIndex(row);
        if (workload.texts().get(text).fingerprint().equals(fingerprint)) {
          return row;
        }
      }
      throw new AssertionError(
          "no "
              + fingerprint
              + " in "
              + workload.texts().stream().map(StatementText::fingerprint).toList());
    }
  }

  /** A client in a schema of its own, with a table of three rows. */
  static final class Work implements AutoCloseable {
    private final LiveServer server;
    private final Connection connection;
    private final String schema;

    Work(LiveServer server) throws SQLException {
      this.server = server;
      try (Connection made = server.connectToNewSchema();
          Statement statement = made.createStatement()) {
        this.schema = made.getCatalog();
        statement.execute("CREATE TABLE a (k INT PRIMARY KEY, v INT)");
        statement.execute("INSERT INTO a VALUES (1, 1), (2, 2), (3, 3)");
      }
      this.connection = connect("");
    }

    /** A connection of the driver that sends nothing of its own with a statement. */
    Connection connect(String options) throws SQLException {
      Connection made =
          DriverManager.getConnection(
              LiveAddress.url(server).replace("/?", "/" + schema + "?") + options,
              LiveServer.USER,
              LiveServer.PASSWORD);
      return made;
    }

    String schema() {
      return schema;
    }

    void run(int times, String sql) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        for (int i = 0; i < times; i++) {
          statement.execute(sql);
        }
      }
    }

    void fail(String sql) {
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> run(1, sql))
          .isInstanceOf(SQLException.class);
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
