package dev.watershed.sql.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

@Live(Product.MYSQL)
class LiveMySqlTest {

  @Test
  void answersAsMySql97OnLoopback(LiveServer server) throws SQLException {
    assertThat(server.product()).isEqualTo(Product.MYSQL);
    assertThat(server.url()).startsWith("jdbc:mysql://127.0.0.1:");
    assertThat(ask(server, "SELECT version()")).startsWith("9.7");
  }

  @Test
  void computesDigests(LiveServer server) throws SQLException {
    assertThat(ask(server, "SELECT STATEMENT_DIGEST('SELECT 1')"))
        .isEqualTo(ask(server, "SELECT STATEMENT_DIGEST('select  2')"))
        .hasSize(64);
  }

  @Test
  void givesEachCallerAnEmptySchema(LiveServer server) throws SQLException {
    try (Connection one = server.connectToNewSchema();
        Connection other = server.connectToNewSchema()) {
      assertThat(one.getCatalog()).isNotEqualTo(other.getCatalog());
    }
  }

  @Test
  void handsOutTheSlowLogOfSomeWork(LiveServer server) throws Exception {
    byte[] log = server.slowLogOf(() -> ask(server, "SELECT 'inside'"));
    ask(server, "SELECT 'outside'");

    assertThat(new String(log, UTF_8))
        .contains("started with:", "SELECT 'inside'", "Bytes_received")
        .doesNotContain("outside");
  }

  @Test
  @Live(
      value = Product.MYSQL,
      flags = {"--sql-mode=ANSI_QUOTES", "--max-connections=7"})
  void startsWithTheFlagsOfItsTest(LiveServer server) throws SQLException {
    assertThat(ask(server, "SELECT @@global.sql_mode")).isEqualTo("ANSI_QUOTES");
    assertThat(ask(server, "SELECT @@max_connections")).isEqualTo("7");
  }

  private static String ask(LiveServer server, String query) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
