package dev.watershed.benchmarks.fleet.server;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** A server of the fleet, on 127.0.0.1. */
public interface FleetServer extends AutoCloseable {

  /** The password of every account. */
  String PASSWORD = "watershed";

  /** Its name in the fleet. */
  String name();

  /** What it runs. */
  ServerKind kind();

  /** Its port on 127.0.0.1. */
  int port();

  /** Copies its slow log. */
  void copySlowLog(Path to) throws IOException;

  @Override
  void close();

  /** The address for Connector/J, which the fleet uses with MariaDB as well. */
  default String url() {
    return "jdbc:mysql://127.0.0.1:" + port() + "/";
  }

  /**
   * Opens a connection.
   *
   * @param schema its default schema; may be empty
   * @param program what it calls itself in its connection attributes
   * @param serverPrepared whether statements are prepared on the server
   */
  default Connection connect(String user, String schema, String program, boolean serverPrepared)
      throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", PASSWORD);
    properties.setProperty("sslMode", "DISABLED");
    properties.setProperty("allowPublicKeyRetrieval", "true");
    properties.setProperty("useServerPrepStmts", Boolean.toString(serverPrepared));
    properties.setProperty("cachePrepStmts", Boolean.toString(serverPrepared));
    properties.setProperty("prepStmtCacheSize", "250");
    properties.setProperty("prepStmtCacheSqlLimit", "4096");
    properties.setProperty("useLocalSessionState", "true");
    properties.setProperty("connectionAttributes", "program_name:" + program);
    if (kind() == ServerKind.MARIADB) {
      // A session of MariaDB keeps what held when it began; it logs only where both are on.
      properties.setProperty("sessionVariables", "slow_query_log=ON");
    }
    return DriverManager.getConnection(url() + schema, properties);
  }

  /** Opens a connection that may do everything. */
  default Connection connectAsRoot() throws SQLException {
    return connect("root", "", "fleet", false);
  }

  /** The version that it says it is. */
  default String version() throws SQLException {
    try (Connection connection = connectAsRoot();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT VERSION()")) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** Switches the slow log on or off. */
  default void slowLog(boolean on) throws SQLException {
    try (Connection connection = connectAsRoot();
        Statement statement = connection.createStatement()) {
      statement.execute("SET GLOBAL slow_query_log = " + (on ? "ON" : "OFF"));
    }
  }
}
