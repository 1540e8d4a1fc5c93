package dev.watershed.benchmarks.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Statements of as many digests as one likes. */
final class DigestTraffic implements AutoCloseable {

  private final Connection connection;
  private final Statement statement;

  DigestTraffic(String url, String user, String password) throws SQLException {
    this.connection = DriverManager.getConnection(url, user, password);
    this.statement = connection.createStatement();
    statement.execute("CREATE DATABASE IF NOT EXISTS sampled");
    connection.setCatalog("sampled");
  }

  /** Forgets what ran before. */
  void forget() throws SQLException {
    statement.execute("TRUNCATE performance_schema.events_statements_summary_by_digest");
  }

  /** Runs so many digests, each so many times. */
  void run(int digests, int times) throws SQLException {
    for (int i = 0; i < digests; i++) {
      for (int time = 0; time < times; time++) {
        statement.execute("SELECT 1 AS c" + i + ", " + time + " AS some_column_of_an_orm");
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
