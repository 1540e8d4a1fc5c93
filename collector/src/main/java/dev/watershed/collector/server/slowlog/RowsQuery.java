package dev.watershed.collector.server.slowlog;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.ServerProduct;
import dev.watershed.collector.slowlog.LoggedStatement;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Asks for rows of a slow log in a table, from one of them on, in the order of the table. */
final class RowsQuery {

  /** Where the server writes. */
  static final String TABLE = "mysql.slow_log";

  /** Where managed services put the table before, when they begin a new one. */
  static final String BACKUP = "mysql.slow_log_backup";

  private RowsQuery() {}

  /**
   * How much is held in memory at once.
   *
   * @param rows asked for
   * @param textBytes the rows behind so many bytes of text are left for the next time, but for the
   *     second one
   */
  record Limits(int rows, long textBytes) {

    /** What keeps passes over the table few, and memory within bounds. */
    static Limits standard() {
      return new Limits(50_000, 32 << 20);
    }
  }

  /**
   * Some rows.
   *
   * @param more whether there may be others behind them
   */
  record Rows(List<LoggedStatement> statements, boolean more) {

    Rows {
      statements = List.copyOf(statements);
    }
  }

  /**
   * The question.
   *
   * @param from the number of the first row, from 0 on
   */
  static Query<Rows> of(
      String table, Columns columns, ServerProduct product, long from, Limits limits) {
    return Query.of(
        sql(table, columns, from, limits.rows()), rows -> read(rows, product, from, limits));
  }

  static String sql(String table, Columns columns, long from, int most) {
    return "SELECT CAST(UNIX_TIMESTAMP(start_time) * 1000000 AS SIGNED), user_host, "
        + micros("query_time")
        + ", "
        + micros("lock_time")
        + ", rows_sent, rows_examined, "
        + (columns.has(table, "rows_affected") ? "rows_affected" : "NULL")
        + ", db, "
        + (columns.has(table, "thread_id") ? "thread_id" : "0")
        + ", sql_text FROM "
        + table
        + " AS "
        + Query.ALIAS
        + " LIMIT "
        + most
        + " OFFSET "
        + from;
  }

  private static String micros(String time) {
    return "(HOUR(%1$s) * 3600 + MINUTE(%1$s) * 60 + SECOND(%1$s)) * 1000000 + MICROSECOND(%1$s)"
        .formatted(time);
  }

  private static Rows read(ResultSet rows, ServerProduct product, long from, Limits limits)
      throws SQLException {
    List<LoggedStatement> statements = new ArrayList<>();
    long textBytes = 0;
    while (rows.next()) {
      // The first row was taken before: without a second one, a reading would not get on.
      if (textBytes > limits.textBytes() && statements.size() > 1) {
        return new Rows(statements, true);
      }
      LoggedStatement statement = statement(rows, product, from + statements.size());
      statements.add(statement);
      textBytes += statement.textLength();
    }
    return new Rows(statements, statements.size() == limits.rows());
  }

  private static LoggedStatement statement(ResultSet row, ServerProduct product, long number)
      throws SQLException {
    long time = row.getLong(1);
    long queryTime = row.getLong(3);
    long affected = row.getLong(7);
    OptionalLong rowsAffected = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(affected);
    return new LoggedStatement(
        number,
        product == ServerProduct.MARIADB ? time + queryTime : time,
        text(row, 2),
        row.getLong(9),
        text(row, 8),
        queryTime,
        row.getLong(4),
        row.getLong(5),
        row.getLong(6),
        rowsAffected,
        bytes(row, 10));
  }

  private static String text(ResultSet row, int column) throws SQLException {
    return new String(bytes(row, column), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(ResultSet row, int column) throws SQLException {
    byte[] bytes = row.getBytes(column);
    return bytes == null ? new byte[0] : bytes;
  }
}
