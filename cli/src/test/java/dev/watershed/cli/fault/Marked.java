package dev.watershed.cli.fault;

import dev.watershed.sql.live.LiveServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A statement that nobody else sends, and how often it was executed. */
final class Marked {

  private final String alias;

  /**
   * @param name of its case; no two cases share one
   */
  Marked(String name) {
    this.alias = "marked_" + name;
  }

  /** Executes it. */
  void run(LiveServer server, int times) throws SQLException {
    try (Connection connection = server.connect()) {
      run(connection, times);
    }
  }

  /** Executes it on a connection. */
  void run(Connection connection, int times) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (int i = 0; i < times; i++) {
        statement.execute("SELECT 1 AS " + alias);
      }
    }
  }

  /** Whether a text in a store is that of the statement. */
  boolean is(String fingerprint) {
    return fingerprint.equals("SELECT ? AS " + alias);
  }

  @Override
  public String toString() {
    return alias;
  }
}
