package dev.watershed.collector.generallog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.input.LogInput;
import dev.watershed.collector.slowlog.SlowLogOptions;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import dev.watershed.workload.IssueReason;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The general log that a real server wrote, beside its slow log of the same sessions. */
class LiveGeneralLogTest {

  private static final SlowLogOptions OPTIONS =
      SlowLogOptions.standard().withTagKeys(List.of("test"));

  @Test
  @Live(Product.MYSQL)
  void bothLogsShowTheSameStatementsOnMySql(LiveServer server) throws Exception {
    compare(server, "?allowMultiQueries=true&useServerPrepStmts=true&");
  }

  @Test
  @Live(Product.MARIADB)
  void bothLogsShowTheSameStatementsOnMariaDb(LiveServer server) throws Exception {
    compare(server, "?allowMultiQueries=true&useServerPrepStmts=true&");
  }

  private static void compare(LiveServer server, String options) throws Exception {
    String path = server.logPath("general-" + UUID.randomUUID() + ".log");
    byte[] slow =
        server.slowLogOf(
            () -> {
              try (Connection root = server.connect()) {
                run(root, "SET GLOBAL general_log_file = '" + path + "'");
                run(root, "SET GLOBAL general_log = ON");
                try {
                  work(server, root, options);
                } finally {
                  run(root, "SET GLOBAL general_log = OFF");
                }
              }
            });
    CapturedLog bySlow = collect(slow);
    CapturedLog byGeneral = collect(server.read(path));
    Set<String> sent = ofTests(byGeneral);
    assertThat(sent).isEqualTo(ofTests(bySlow)).hasSizeGreaterThan(20);
    assertThat(byGeneral.issues())
        .containsEntry(IssueReason.EVENT_IN_LITERAL, 2L)
        .doesNotContainKey(IssueReason.TRUNCATED_START);
    assertThat(
            byGeneral.issues().getOrDefault(IssueReason.UNTERMINATED_LITERAL, 0L)
                + byGeneral.issues().getOrDefault(IssueReason.SUSPENDED_LITERAL, 0L))
        .as("MySQL does not log the statement that it refuses")
        .isEqualTo(server.product() == Product.MARIADB ? 2 : 1);
  }

  private static CapturedLog collect(byte[] log) {
    CapturedLog captured =
        CaptureCollector.collect(
            List.of(LogInput.standardInput()), new ByteArrayInputStream(log), OPTIONS);
    assertThat(captured.failed()).isEmpty();
    return captured;
  }

  /** What names the tables of the test, with all that tells its sender. */
  private static Set<String> ofTests(CapturedLog log) {
    Set<String> lines = new TreeSet<>();
    for (SentStatement each : log.statements()) {
      if (each.fingerprint().contains(" capture_")) {
        lines.add(each.schema() + " " + each.origin() + " " + each.fingerprint());
      }
    }
    return lines;
  }

  private static void work(LiveServer server, Connection root, String options) throws SQLException {
    String one = "one_" + UUID.randomUUID().toString().replace("-", "");
    String two = "two_" + UUID.randomUUID().toString().replace("-", "");
    for (String schema : List.of(one, two)) {
      run(root, "CREATE DATABASE " + schema);
      run(
          root,
          "CREATE TABLE " + schema + ".capture_a (id int primary key, name longtext, b blob)");
    }
    for (String user : List.of("svc_one", "svc two")) {
      run(root, "CREATE USER IF NOT EXISTS '" + user + "'@'%' IDENTIFIED BY 'pw'");
      run(root, "GRANT ALL ON *.* TO '" + user + "'@'%'");
    }
    String base = server.url().replaceAll("\\?.*", "");
    String more =
        options
            + (server.product() == Product.MYSQL
                ? "allowPublicKeyRetrieval=true&sslMode=DISABLED"
                : "");
    try (Connection first = DriverManager.getConnection(base + one + more, "svc_one", "pw");
        Connection second = DriverManager.getConnection(base + more, "svc two", "pw")) {
      for (String statement : texts(one, two)) {
        attempt(first, statement);
        attempt(second, "/* test='second' */ " + "SELECT count(*) FROM " + two + ".capture_a");
      }
      second.setCatalog(two);
      attempt(second, "SELECT 1 FROM capture_a");
      first.setCatalog(two);
      attempt(first, "SELECT 2 FROM capture_a");
      prepared(first);
    }
  }

  private static List<String> texts(String one, String two) {
    return List.of(
        "/* test='tests/ATest.java' */ SELECT name FROM capture_a WHERE id = 1",
        "SELECT id FROM capture_a WHERE name LIKE 'x' /* test='behind' */",
        "SELECT *\nFROM capture_a\n\nWHERE name = 'a\nb\r\nc\rd\\n\t'  -- it's a tail\n",
        "SELECT 1 FROM capture_a WHERE name = '\n2026-11-26T17:03:48.494069Z\t    9 Query\tSELECT"
            + " 2 FROM capture_x\n'",
        "SELECT 1, 2 FROM capture_a WHERE name = '\n261126  7:03:48\t 987654 Query\tSELECT 2 FROM"
            + " capture_x\n\t\t 987654 Query\tSELECT 3 FROM capture_x'",
        "SELECT 'unterminated FROM capture_a",
        "SELECT 3, id FROM capture_a;  ",
        "USE " + two,
        "SELECT b FROM capture_a WHERE id = 4",
        "SELECT 1, id FROM capture_a; SELECT id, 2 FROM capture_a WHERE name = ';' ; USE "
            + one
            + "; SELECT id, id FROM capture_a",
        "/* c */ use /* d */ `" + two + "`",
        "SELECT id, b FROM capture_a",
        "CREATE PROCEDURE capture_p() BEGIN SELECT name FROM capture_a; DELETE FROM capture_a; END",
        "CALL capture_p()",
        "PREPARE s FROM 'SELECT b, b FROM capture_a WHERE id = ?'",
        "SET @a = 1",
        "EXECUTE s USING @a",
        "DEALLOCATE PREPARE s",
        "INSERT INTO capture_a VALUES (1, '" + "long ".repeat(400_000) + "', null)",
        "INSERT INTO capture_a VALUES (7, 'it''s', 'it\\'s'), (8, \"it's\", '')",
        "SET sql_mode = 'NO_BACKSLASH_ESCAPES'",
        "SELECT id, id, id FROM capture_a WHERE name = 'C:\\'",
        "SELECT b, id FROM capture_a WHERE name = 'a' OR 'b' = \"c\"",
        "SET sql_mode = ''");
  }

  private static void prepared(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO capture_a VALUES (?, ?, ?) /* test='p' */")) {
      insert.setInt(1, 11);
      insert.setString(2, "it's \\ \n \r ü ? `");
      insert.setBytes(3, new byte[] {0, 1, 2, (byte) 0xff, '\''});
      insert.executeUpdate();
      insert.setInt(1, 12);
      insert.setString(2, null);
      insert.executeUpdate();
    }
    connection.prepareStatement("SELECT name, name FROM capture_a WHERE id = ?").close();
    try (PreparedStatement select =
        connection.prepareStatement("SELECT name, id FROM capture_a WHERE id IN (?, ?)")) {
      select.setInt(1, 1);
      select.setInt(2, 2);
      select.executeQuery().close();
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Some of the statements are wrong. */
  private static void attempt(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      assertThat(sql).contains("unterminated");
    }
  }
}
