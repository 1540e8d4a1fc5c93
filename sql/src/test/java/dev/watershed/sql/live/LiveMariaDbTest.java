package dev.watershed.sql.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class LiveMariaDbTest {

  @Test
  @Live(Product.MARIADB)
  void answersAndLogs(LiveServer server) throws Exception {
    check(server);
  }

  /** What a machine without Docker runs works on the ones that have it, too. */
  @Test
  void answersAndLogsFromAChildProcess() throws Exception {
    try (LiveServer server = EmbeddedServer.start(Product.MARIADB.flags())) {
      check(server);
    }
  }

  private static void check(LiveServer server) throws Exception {
    assertThat(server.url()).startsWith("jdbc:mariadb://127.0.0.1:");
    assertThat(ask(server, "SELECT version()")).contains("MariaDB");
    assertThat(ask(server, "SELECT @@performance_schema")).isEqualTo("1");

    byte[] log = server.slowLogOf(() -> ask(server, "SELECT 'inside'"));

    assertThat(new String(log, UTF_8)).contains("started with:", "SELECT 'inside'", "QC_hit");
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
