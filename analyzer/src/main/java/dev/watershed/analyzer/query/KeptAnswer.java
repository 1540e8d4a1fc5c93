package dev.watershed.analyzer.query;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBConnection;

/**
 * Keeps an answer of any length in the engine's own memory, which has a limit, and reads it from
 * there piece by piece. The rows that the driver makes whole by itself are in memory that has none.
 */
final class KeptAnswer implements AutoCloseable {

  private static final String TABLE = "kept_answer";

  private final Connection connection;
  private final Connection reader;

  private KeptAnswer(Connection connection, Connection reader) {
    this.connection = connection;
    this.reader = reader;
  }

  /** Where answers of an engine are kept; call it before its settings are locked. */
  static KeptAnswer of(Connection connection) throws SQLException {
    KeptAnswer kept =
        new KeptAnswer(connection, connection.unwrap(DuckDBConnection.class).duplicate());
    try {
      execute(kept.reader, "SET SESSION jdbc_stream_results = true");
      return kept;
    } catch (SQLException failed) {
      kept.close();
      throw failed;
    }
  }

  /** Reads rows to their end, or to the limit of an answer. */
  @FunctionalInterface
  interface Reading {
    QuerySession.Answer of(ResultSet rows) throws SQLException, IOException;
  }

  /**
   * Runs a query to its end, and then reads its rows.
   *
   * @param seconds that the query may take
   * @throws QueryException if there is no memory left to read them by
   */
  QuerySession.Answer read(String sql, int seconds, Reading reading)
      throws SQLException, QueryException, IOException {
    long made;
    try (PreparedStatement keeping =
        connection.prepareStatement("CREATE TABLE " + TABLE + " AS " + sql)) {
      keeping.setQueryTimeout(seconds);
      made = keeping.executeLargeUpdate();
    }
    try {
      QuerySession.Answer answer = answer(reading);
      if (answer.more() || answer.rows() == made) {
        return answer;
      }
    } finally {
      execute(connection, "DROP TABLE " + TABLE);
    }
    throw unread();
  }

  /** Nothing but memory can be missing here, and the driver does not say that it is. */
  private QuerySession.Answer answer(Reading reading) throws QueryException, IOException {
    try (Statement statement = reader.createStatement();
        ResultSet rows = statement.executeQuery("FROM " + TABLE)) {
      return reading.of(rows);
    } catch (SQLException failed) {
      throw unread();
    }
  }

  private static QueryException unread() {
    return QueryException.tooLarge("the query's answer leaves no memory to read it whole");
  }

  private static void execute(Connection one, String sql) throws SQLException {
    try (Statement statement = one.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    reader.close();
  }
}
