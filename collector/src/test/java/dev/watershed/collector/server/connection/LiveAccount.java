package dev.watershed.collector.server.connection;

import dev.watershed.sql.live.LiveServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Accounts that may do little, as docs/servers.md describes them. */
public final class LiveAccount {

  /** What shows the counters. */
  public static final String COUNTERS = "SELECT ON performance_schema.*";

  /** The least that shows every table, and no rows. */
  public static final List<String> EVERY_TABLE =
      List.of(
          "PROCESS, REFERENCES ON *.*",
          "SELECT ON mysql.innodb_table_stats",
          "SELECT ON mysql.innodb_index_stats");

  private LiveAccount() {}

  /**
   * Makes an account with the password of {@link LiveServer}; returns its name.
   *
   * @param privileges and on what, as in GRANT
   */
  public static String create(LiveServer server, List<String> privileges) throws SQLException {
    String user = "u" + System.nanoTime();
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE USER '"
              + user
              + "'@'%' IDENTIFIED BY '"
              + LiveServer.PASSWORD
              + "' WITH MAX_USER_CONNECTIONS 6");
      for (String privilege : privileges) {
        statement.execute("GRANT " + privilege + " TO '" + user + "'@'%'");
      }
    }
    return user;
  }
}
