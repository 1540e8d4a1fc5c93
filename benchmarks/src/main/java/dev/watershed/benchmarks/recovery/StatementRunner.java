package dev.watershed.benchmarks.recovery;

import dev.watershed.benchmarks.fleet.server.ServerKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Runs statements and counts the rows that the storage engine reads for them (the sum of the
 * session's {@code Handler_read_…}). What writes is rolled back.
 */
final class StatementRunner {

  private static final int LIMIT_SECONDS = 20;

  private final Connection connection;
  private String schema = "";

  StatementRunner(Connection connection, ServerKind kind) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          kind == ServerKind.MYSQL
              ? "SET SESSION max_execution_time = " + 1_000 * LIMIT_SECONDS
              : "SET SESSION max_statement_time = " + LIMIT_SECONDS);
    }
  }

  /**
   * Runs the samples of a digest.
   *
   * @param rounds how often; the shortest time counts
   * @return empty if one of them fails
   */
  Optional<Effort> run(SampleStatement sample, int rounds) throws SQLException {
    if (!sample.schema().isEmpty() && !sample.schema().equals(schema)) {
      connection.setCatalog(sample.schema());
      schema = sample.schema();
    }
    double rows = 0;
    double micros = 0;
    for (String sql : sample.statements()) {
      double shortest = Double.POSITIVE_INFINITY;
      long read = 0;
      for (int round = 0; round < rounds; round++) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("FLUSH STATUS");
          long start = System.nanoTime();
          drain(statement, sql);
          shortest = Math.min(shortest, (System.nanoTime() - start) / 1e3);
          read = handlerReads(statement);
        } catch (SQLException e) {
          return Optional.empty();
        } finally {
          connection.rollback();
        }
      }
      rows += read;
      micros += shortest;
    }
    int samples = sample.statements().size();
    return Optional.of(new Effort(rows / samples, micros / samples));
  }

  private static void drain(Statement statement, String sql) throws SQLException {
    boolean rows = statement.execute(sql);
    while (rows || statement.getUpdateCount() != -1) {
      if (rows) {
        try (ResultSet result = statement.getResultSet()) {
          while (result.next()) {
            result.getObject(1);
          }
        }
      }
      rows = statement.getMoreResults();
    }
  }

  private static long handlerReads(Statement statement) throws SQLException {
    long sum = 0;
    try (ResultSet rows = statement.executeQuery("SHOW SESSION STATUS LIKE 'Handler\\_read\\_%'")) {
      while (rows.next()) {
        sum += rows.getLong(2);
      }
    }
    return sum;
  }
}
