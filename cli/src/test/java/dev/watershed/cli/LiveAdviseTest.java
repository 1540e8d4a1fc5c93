package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.connection.LiveAddress;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Advice from the statistics of a real server, proven on it. */
class LiveAdviseTest {

  @Live(Product.MYSQL)
  @Nested
  class OnMySql extends Cases {
    OnMySql(LiveServer server) {
      super(server);
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

    private static final String SCHEMA = "advised";

    @TempDir Path folder;
    private final LiveServer server;
    private CommandRun run;

    Cases(LiveServer server) {
      this.server = server;
    }

    @BeforeEach
    void collect() throws Exception {
      run = new CommandRun(folder).clock(Clock.systemUTC());
      run.variable("PASSWORD", LiveServer.PASSWORD);
      run.variable("WATERSHED_VERIFY_PASSWORD", LiveServer.PASSWORD);
      fill();
      StringBuilder log = new StringBuilder();
      for (int i = 0; i < 300; i++) {
        event(log, i, "SELECT id, placed FROM orders WHERE member = " + i + " AND state = 'open'");
        event(log, i, "SELECT COUNT(*) FROM orders WHERE id = " + i);
      }
      Files.writeString(folder.resolve("slow.log"), log);
      Files.writeString(
          folder.resolve("watershed.yaml"),
          "servers:\n  - {name: shop-1, url: '"
              + LiveAddress.url(server)
              + "', user: "
              + LiveServer.USER
              + ", password: '${env:PASSWORD}', slowLog: slow.log, longQueryTimeSeconds: 0}\n");
      run.execute("collect", "-c", "watershed.yaml", "--log-ended");
      assertThat(run.errors()).isEmpty();
    }

    private void fill() throws SQLException {
      try (Connection connection = server.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("DROP DATABASE IF EXISTS " + SCHEMA);
        statement.execute("CREATE DATABASE " + SCHEMA);
        statement.execute("USE " + SCHEMA);
        statement.execute(
            "CREATE TABLE orders (id INT PRIMARY KEY AUTO_INCREMENT, member INT, state VARCHAR(9),"
                + " placed DATETIME, note VARCHAR(200)) STATS_AUTO_RECALC=0");
        statement.execute("INSERT INTO orders (member, state, note) VALUES (1, 'open', 'x')");
        for (int doubled = 0; doubled < 13; doubled++) {
          statement.execute(
              "INSERT INTO orders (member, state, note) SELECT id % 700, IF(id % 3, 'open',"
                  + " 'done'), REPEAT('x', 100) FROM orders");
        }
        try (ResultSet rows = statement.executeQuery("ANALYZE TABLE orders")) {
          rows.next();
        }
      }
    }

    private static void event(StringBuilder log, int second, String sql) {
      log.append(
          String.format(
              Locale.ROOT,
              "# Time: 2026-11-23T02:%02d:%02d.000000Z\n"
                  + "# User@Host: app[app] @ host [10.0.0.1]  Id: 1\n"
                  + "# Query_time: 0.005000  Lock_time: 0.000001 Rows_sent: 5  Rows_examined:"
                  + " 8192\nuse %s;\nSET timestamp=1764000000;\n%s;\n",
              second / 60,
              second % 60,
              SCHEMA,
              sql));
    }

    @Test
    void theAdvisedIndexIsTakenAndReadsFewerRows() throws Exception {
      advise("--verify-despite-traffic", "--verify-despite-traffic");
      assertThat(run.errors()).isEmpty();
      assertThat(run.output())
          .containsPattern("add  advised.orders \\((member|state)")
          .contains("tried: proven, the optimizer takes it and reads fewer rows; 1 statement run")
          .containsPattern("rows read 8,\\d\\d\\d → \\d\\d?,");
      assertThat(indexes()).isEqualTo(1);
    }

    @Test
    void theUseOfIndexesCountsWhateverShowsTheStatements() throws SQLException {
      try (Connection connection = server.connect();
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT note FROM " + SCHEMA + ".orders")) {
        assertThat(rows.next()).isTrue();
      }
      run.execute("collect", "-c", "watershed.yaml", "--log-ended");
      run.execute("advise", "-c", "watershed.yaml", "--source", "slowlog");
      assertThat(run.errors()).isEmpty();
      assertThat(run.output())
          .contains("add  advised.orders")
          .doesNotContain("The use of indexes was not seen");
    }

    @Test
    void aServerInUseIsRefusedUnlessToldTwice() throws Exception {
      try (Connection other = server.connect();
          Statement statement = other.createStatement()) {
        statement.execute("SELECT 1");
        advise();
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors())
            .contains("others use that server")
            .contains("--verify-despite-traffic, given twice");
        advise("--verify-despite-traffic");
        assertThat(run.exitCode()).isEqualTo(2);
      }
      assertThat(indexes()).isEqualTo(1);
    }

    private void advise(String... more) {
      String[] arguments = {
        "advise",
        "-c",
        "watershed.yaml",
        "--source",
        "slowlog",
        "--verify",
        LiveAddress.url(server),
        "--verify-user",
        LiveServer.USER
      };
      String[] all = new String[arguments.length + more.length];
      System.arraycopy(arguments, 0, all, 0, arguments.length);
      System.arraycopy(more, 0, all, arguments.length, more.length);
      run.execute(all);
    }

    private int indexes() throws SQLException, IOException {
      try (Connection connection = server.connect();
          Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "SELECT COUNT(DISTINCT INDEX_NAME) FROM information_schema.STATISTICS WHERE"
                      + " TABLE_SCHEMA = '"
                      + SCHEMA
                      + "'")) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }
}
