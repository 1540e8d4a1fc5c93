package dev.watershed.collector.server.slowlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.follow.FollowReport;
import dev.watershed.collector.follow.WindowSums;
import dev.watershed.collector.input.LogInput;
import dev.watershed.collector.server.connection.LiveAddress;
import dev.watershed.collector.server.connection.ServerAddress;
import dev.watershed.collector.server.connection.ServerLimits;
import dev.watershed.collector.server.connection.ServerPool;
import dev.watershed.collector.server.sampling.KeptSamples;
import dev.watershed.collector.slowlog.ReadProgress;
import dev.watershed.collector.slowlog.SlowLogCollector;
import dev.watershed.collector.slowlog.SlowLogOptions;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Measure;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.TransactionMeasure;
import dev.watershed.workload.Workload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The slow log in a table against the same in a file, on servers of their own. */
class LiveTableFollowerTest {

  private static final String FLAGS = "--log-output=FILE,TABLE";
  private static final SlowLogOptions OPTIONS = SlowLogOptions.standard();
  private static final long LEAST_UPTIME_SECONDS = 7;

  @Live(value = Product.MYSQL, flags = FLAGS)
  @Nested
  class OnMySql extends Cases {
    OnMySql(LiveServer server) {
      super(server);
    }
  }

  @Live(value = Product.MARIADB, flags = FLAGS)
  @Nested
  class OnMariaDb extends Cases {
    OnMariaDb(LiveServer server) {
      super(server);
    }
  }

  abstract static class Cases {
    private final LiveServer server;
    private final KeptSamples windows = new KeptSamples();
    @TempDir private Path folder;

    Cases(LiveServer server) {
      this.server = server;
    }

    @Test
    void theTableSaysWhatTheFileSays() throws Exception {
      run("TRUNCATE mysql.slow_log");
      byte[] log = server.slowLogOf(() -> traffic(400, 1));
      look(RowsQuery.Limits.standard());
      Map<String, String> table = sums(windows.workloads());

      assertThat(WindowSums.differences(table, sums(List.of(file(log))))).isEmpty();
      assertThat(table).hasSizeGreaterThan(10);
      assertThat(transactions(windows.workloads())).isPositive();
      assertThat(windows.newest().workload().quality().count(IssueReason.POSSIBLE_GAP)).isZero();
    }

    @Test
    void manyRunsAndKillsShowEveryRowOnce() throws Exception {
      run("TRUNCATE mysql.slow_log");
      byte[] log =
          server.slowLogOf(
              () -> {
                for (int part = 0; part < 6; part++) {
                  traffic(40, part);
                  if (part % 2 == 0) {
                    lookAndDie();
                  }
                  look(new RowsQuery.Limits(60, 20_000));
                }
              });
      look(RowsQuery.Limits.standard());

      assertThat(WindowSums.differences(sums(windows.workloads()), sums(List.of(file(log)))))
          .isEmpty();
      assertThat(windows.count(IssueReason.OWN_STATEMENTS)).isPositive();
      assertThat(windows.count(IssueReason.POSSIBLE_GAP)).isZero();
    }

    @Test
    void aRenamedTableIsReadToItsEnd() throws Exception {
      run("TRUNCATE mysql.slow_log");
      byte[] log =
          server.slowLogOf(
              () -> {
                traffic(30, 1);
                look(RowsQuery.Limits.standard());
                traffic(30, 2);
                rotate();
                traffic(30, 3);
              });
      try {
        assertThat(look(RowsQuery.Limits.standard()).notes()).isEmpty();
        assertThat(look(RowsQuery.Limits.standard()).notes()).isEmpty();
      } finally {
        run("DROP TABLE mysql.slow_log_backup");
      }

      assertThat(WindowSums.differences(sums(windows.workloads()), sums(List.of(file(log)))))
          .isEmpty();
      assertThat(windows.count(IssueReason.POSSIBLE_GAP)).isZero();
    }

    @Test
    void anEmptiedTableIsAPossibleGapAndNothingCountsTwice() throws Exception {
      run("TRUNCATE mysql.slow_log");
      byte[] before = server.slowLogOf(() -> traffic(30, 1));
      look(RowsQuery.Limits.standard());
      server.slowLogOf(() -> traffic(5, 2));
      run("TRUNCATE mysql.slow_log");
      assertThat(look(RowsQuery.Limits.standard()).notes()).isEmpty();
      byte[] after = server.slowLogOf(() -> traffic(30, 3));
      assertThat(look(RowsQuery.Limits.standard()).notes())
          .hasSize(1)
          .first()
          .asString()
          .contains("mysql.slow_log was emptied since the last look");
      look(RowsQuery.Limits.standard());

      assertThat(
              WindowSums.differences(
                  sums(windows.workloads()), sums(List.of(file(before), file(after)))))
          .isEmpty();
      assertThat(windows.count(IssueReason.POSSIBLE_GAP)).isEqualTo(1);
    }

    @Test
    void aRestartIsNoticedAndTheTableGoesOn() throws Exception {
      run("TRUNCATE mysql.slow_log");
      awaitUptime();
      byte[] before = server.slowLogOf(() -> traffic(30, 1));
      look(RowsQuery.Limits.standard());
      server.restart();
      byte[] after = server.slowLogOf(() -> traffic(30, 2));
      look(RowsQuery.Limits.standard());
      look(RowsQuery.Limits.standard());

      // A container that comes back with another network card is another server to MariaDB.
      assertThat(windows.count(IssueReason.RESTART) + windows.count(IssueReason.OTHER_SERVER))
          .isEqualTo(1);
      assertThat(windows.count(IssueReason.POSSIBLE_GAP)).isZero();
      assertThat(
              WindowSums.differences(
                  sums(windows.workloads()), sums(List.of(file(before), file(after)))))
          .isEmpty();
    }

    @Test
    void anAccountWithoutTheGrantIsToldTheStatement() throws Exception {
      run("CREATE USER poor IDENTIFIED BY 'poor'");
      try {
        FollowReport report =
            look(LiveAddress.of(server, "poor", "poor"), RowsQuery.Limits.standard());
        assertThat(report.failures())
            .hasSize(1)
            .first()
            .asString()
            .contains("GRANT SELECT ON mysql.slow_log TO");
        run("GRANT SELECT ON mysql.slow_log TO poor");
        assertThat(
                look(LiveAddress.of(server, "poor", "poor"), RowsQuery.Limits.standard())
                    .failures())
            .noneMatch(failure -> failure.contains("GRANT"));
      } finally {
        run("DROP USER poor");
      }
    }

    @Test
    void whatKeepsTheServerFromWritingIsSaid() throws Exception {
      run("SET GLOBAL slow_query_log = ON");
      run("SET GLOBAL log_output = 'FILE'");
      try {
        assertThat(look(RowsQuery.Limits.standard()).failures())
            .hasSize(1)
            .first()
            .asString()
            .contains("log_output lacks TABLE");
      } finally {
        run("SET GLOBAL log_output = 'FILE,TABLE'");
        run("SET GLOBAL slow_query_log = OFF");
      }
    }

    private FollowReport look(RowsQuery.Limits limits) throws IOException {
      return look(LiveAddress.of(server), limits);
    }

    /** A look as a run of its own makes it. */
    private FollowReport look(ServerAddress address, RowsQuery.Limits limits) throws IOException {
      try (TableFollower follower = follower(address, limits)) {
        FollowReport report = follower.look(false, () -> false);
        follower.seal();
        return report;
      }
    }

    /** A run that reads and is killed before it puts anything in place. */
    private void lookAndDie() throws IOException {
      try (TableFollower follower = follower(LiveAddress.of(server), RowsQuery.Limits.standard())) {
        follower.look(false, () -> false);
      }
    }

    private TableFollower follower(ServerAddress address, RowsQuery.Limits limits)
        throws IOException {
      ServerPool pool = new ServerPool(address, ServerLimits.standard(), TableFollower.tables());
      return TableFollower.open("live", pool, OPTIONS, limits, new ReadTables(), windows);
    }

    /** As managed services do it. */
    private void rotate() throws SQLException {
      run("SET GLOBAL slow_query_log = OFF");
      run("DROP TABLE IF EXISTS mysql.slow_log_backup");
      run("CREATE TABLE mysql.slow_log_new LIKE mysql.slow_log");
      run(
          "RENAME TABLE mysql.slow_log TO mysql.slow_log_backup, mysql.slow_log_new TO"
              + " mysql.slow_log");
      run("SET GLOBAL slow_query_log = ON");
    }

    private void run(String sql) throws SQLException {
      try (Connection connection = server.connect();
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }

    private void awaitUptime() throws Exception {
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

    private void traffic(int statements, int seed) throws SQLException {
      SplittableRandom random = new SplittableRandom(seed);
      try (Connection made = server.connect();
          Statement statement = made.createStatement()) {
        statement.execute("CREATE DATABASE IF NOT EXISTS slow");
        statement.execute("CREATE TABLE IF NOT EXISTS slow.a (k INT PRIMARY KEY, v TEXT)");
      }
      try (Connection connection =
              DriverManager.getConnection(
                  LiveAddress.url(server).replace("/?", "/slow?") + "&useLocalSessionState=true",
                  LiveServer.USER,
                  LiveServer.PASSWORD);
          Statement statement = connection.createStatement()) {
        statement.execute("REPLACE INTO a VALUES (1, 'one'), (2, 'two'), (3, 'three')");
        for (int i = 0; i < statements; i++) {
          int number = random.nextInt(1_000);
          String sql = sql(random.nextInt(12), number, 1_000 * (seed + 1) + i);
          try {
            statement.execute(sql);
          } catch (SQLException wanted) {
            assertThat(sql).contains("absent");
          }
        }
      }
    }

    private static String sql(int which, int number, int key) {
      return switch (which) {
        case 0 -> "SELECT v FROM a WHERE k = " + number;
        case 1 -> "SELECT v, k FROM a WHERE v IN ('x', '" + number + "')";
        case 2 ->
            "REPLACE INTO a VALUES (" + key + ", 'it''s; \n# Query_time: 99\\n" + number + "')";
        case 3 -> "UPDATE a SET v = CONCAT(v, 'ä') WHERE k > " + number + " AND k < 5";
        case 4 -> "DELETE FROM a WHERE k = " + number;
        case 5 -> "SELECT COUNT(*) FROM a x JOIN a y ON x.k = y.k /*controller='coupon'*/";
        case 6 -> "SELECT v FROM a ORDER BY v LIMIT 2;";
        case 7 -> "SELECT SLEEP(0.002)";
        case 8 -> "SELECT absent FROM a";
        case 9 -> "BEGIN";
        case 10 -> "# a comment\nSELECT k FROM a WHERE v = '" + "long ".repeat(number) + "'";
        default -> "COMMIT";
      };
    }

    private Workload file(byte[] log) throws IOException {
      Path file = Files.write(folder.resolve("slow.log"), log);
      return new SlowLogCollector(OPTIONS.withLongQueryTimeSeconds(OptionalDouble.of(0)))
          .collect(
              List.of(new LogInput("slow.log", Optional.of(file))),
              InputStream.nullInputStream(),
              ReadProgress.NONE)
          .workload();
    }
  }

  private static final Measure[] MEASURES = {
    Measure.CALLS,
    Measure.TIME_MICROS,
    Measure.LOCK_TIME_MICROS,
    Measure.ROWS_SENT,
    Measure.ROWS_EXAMINED,
    Measure.TIME_MICROS_MIN,
    Measure.TIME_MICROS_MAX
  };

  /**
   * What workloads say of the statements of the traffic, by schema, origin and fingerprint. Others
   * have no schema, and in a file that of the statement before.
   */
  private static Map<String, String> sums(List<Workload> workloads) {
    Map<String, long[]> sums = new TreeMap<>();
    for (Workload workload : workloads) {
      StatementTable table = workload.statements();
      for (int row = 0; row < table.size(); row++) {
        String text = workload.texts().get(table.textIndex(row)).fingerprint();
        String schema = workload.schemas().get(table.schemaIndex(row));
        if (schema.equals("slow")
            && text.matches(
                "(SELECT|DELETE|REPLACE|UPDATE) (.* )?(a|SLEEP\\(\\?\\))( .*)?|BEGIN|COMMIT")) {
          String key = schema + " " + workload.origins().get(table.originIndex(row)) + " " + text;
          long[] sum = sums.computeIfAbsent(key, added -> neutral());
          for (int i = 0; i < MEASURES.length; i++) {
            sum[i] = merged(MEASURES[i], sum[i], table.value(row, MEASURES[i]));
          }
        }
      }
    }
    Map<String, String> lines = new TreeMap<>();
    sums.forEach((key, sum) -> lines.put(key, Arrays.toString(sum)));
    return lines;
  }

  private static long[] neutral() {
    return Arrays.stream(MEASURES).mapToLong(Measure::neutral).toArray();
  }

  private static long merged(Measure measure, long before, long value) {
    return switch (measure.merge()) {
      case SUM -> before + value;
      case MIN -> Math.min(before, value);
      case MAX -> Math.max(before, value);
    };
  }

  private static long transactions(List<Workload> workloads) {
    long count = 0;
    for (Workload workload : workloads) {
      for (int row = 0; row < workload.transactions().size(); row++) {
        count += workload.transactions().value(row, TransactionMeasure.TRANSACTIONS);
      }
    }
    return count;
  }
}
