package dev.watershed.benchmarks.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Statements of as many digests as one likes, which between them read all of {@link ManyTables}.
 */
final class DigestTraffic implements AutoCloseable {

  private final Connection connection;
  private final Statement statement;
  private final int tables;

  /**
   * @param tables how many there are; 0 for statements without a table
   */
  DigestTraffic(String url, String user, String password, int tables) throws SQLException {
    this.connection = DriverManager.getConnection(url, user, password);
    this.tables = tables;
    try (Statement first = connection.createStatement()) {
      first.execute("CREATE DATABASE IF NOT EXISTS sampled");
    }
    connection.setCatalog("sampled");
    // A statement sets the schema that was chosen when it was made.
    this.statement = connection.createStatement();
  }

  /** Forgets what ran before. */
  void forget() throws SQLException {
    statement.execute("TRUNCATE performance_schema.events_statements_summary_by_digest");
  }

  /** Runs so many digests, each so many times. */
  void run(int digests, int times) throws SQLException {
    for (int i = 0; i < digests; i++) {
      for (int time = 0; time < times; time++) {
        statement.execute(text(i, tables));
      }
    }
  }

  /** The statement of a digest. */
  static String text(int digest, int tables) {
    String columns = "SELECT 1 AS c" + digest + ", 2 AS some_column_of_an_orm";
    return tables == 0
        ? columns
        : columns + " FROM " + ManyTables.name(digest % tables) + " WHERE id = " + digest;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
