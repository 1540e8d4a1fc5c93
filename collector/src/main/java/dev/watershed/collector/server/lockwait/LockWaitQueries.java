package dev.watershed.collector.server.lockwait;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.rounds.Watch;
import dev.watershed.collector.server.running.SeenSession;
import dev.watershed.collector.server.running.SessionColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Asks who waits for whom. */
final class LockWaitQueries {

  /** MySQL's. */
  static final String DATA_LOCK_WAITS = "performance_schema.data_lock_waits";

  /** MariaDB's. */
  static final String INNODB_LOCK_WAITS = "information_schema.INNODB_LOCK_WAITS";

  static final String TABLESPACES = "information_schema.INNODB_TABLESPACES";

  private static final int FIRST_SESSION_COLUMN = 7;

  private LockWaitQueries() {}

  /** The waits; empty if the server shows none of the tables. */
  static Optional<Query<List<LockWait>>> waits(Columns columns, SessionColumns source) {
    if (columns.has(DATA_LOCK_WAITS)) {
      return Optional.of(query(mysql(source)));
    }
    return columns.has(INNODB_LOCK_WAITS) ? Optional.of(query(mariaDb(source))) : Optional.empty();
  }

  private static String mysql(SessionColumns source) {
    return "SELECT watershed_sample.REQUESTING_THREAD_ID, watershed_sample.BLOCKING_THREAD_ID,"
        + " watershed_sample.REQUESTING_ENGINE_LOCK_ID, NULL, NULL, "
        + age("x")
        + ", "
        + source.columns("w")
        + ", "
        + source.columns("b")
        + " FROM performance_schema.data_lock_waits AS watershed_sample"
        + " LEFT JOIN information_schema.INNODB_TRX AS x"
        + " ON x.trx_id = watershed_sample.REQUESTING_ENGINE_TRANSACTION_ID"
        + source.joinsByThread("w", "watershed_sample.REQUESTING_THREAD_ID")
        + source.joinsByThread("b", "watershed_sample.BLOCKING_THREAD_ID");
  }

  private static String mariaDb(SessionColumns source) {
    return "SELECT x.trx_mysql_thread_id, y.trx_mysql_thread_id, NULL, l.lock_table, l.lock_index, "
        + age("x")
        + ", "
        + source.columns("w")
        + ", "
        + source.columns("b")
        + " FROM information_schema.INNODB_LOCK_WAITS AS watershed_sample"
        + " JOIN information_schema.INNODB_TRX AS x ON x.trx_id = watershed_sample.requesting_trx_id"
        + " JOIN information_schema.INNODB_TRX AS y ON y.trx_id = watershed_sample.blocking_trx_id"
        + " LEFT JOIN information_schema.INNODB_LOCKS AS l"
        + " ON l.lock_id = watershed_sample.requested_lock_id"
        + source.joinsByConnection("w", "x.trx_mysql_thread_id")
        + source.joinsByConnection("b", "y.trx_mysql_thread_id");
  }

  /** The servers show these times in the zone of their machine, whatever that of the session is. */
  private static String age(String transactions) {
    return "TIMESTAMPDIFF(MICROSECOND, "
        + transactions
        + ".trx_wait_started, CONVERT_TZ(UTC_TIMESTAMP(6), '+00:00', 'SYSTEM'))";
  }

  private static Query<List<LockWait>> query(String sql) {
    return Query.of(
        sql + " LIMIT " + (Watch.MOST_ROWS + 1),
        rows -> {
          List<LockWait> waits = new ArrayList<>();
          while (rows.next()) {
            waits.add(
                new LockWait(
                    rows.getLong(1),
                    rows.getLong(2),
                    text(rows, 3),
                    text(rows, 4),
                    text(rows, 5),
                    age(rows),
                    SeenSession.read(rows, FIRST_SESSION_COLUMN),
                    SeenSession.read(rows, FIRST_SESSION_COLUMN + SessionColumns.COUNT)));
          }
          return waits;
        });
  }

  /** The file of a tablespace, as {@code schema/table}; needs PROCESS. */
  static Query<Optional<String>> tablespace(long space) {
    return new Query<>(
        "SELECT NAME FROM information_schema.INNODB_TABLESPACES AS "
            + Query.ALIAS
            + " WHERE SPACE = ?",
        List.of(Long.toString(space)),
        rows -> rows.next() ? Optional.of(rows.getString(1)) : Optional.empty());
  }

  private static Optional<String> text(ResultSet rows, int column) throws SQLException {
    return Optional.ofNullable(rows.getString(column));
  }

  private static OptionalLong age(ResultSet rows) throws SQLException {
    long micros = rows.getLong(6);
    return rows.wasNull() || micros < 0 ? OptionalLong.empty() : OptionalLong.of(micros);
  }
}
