package dev.watershed.collector.server.longtransaction;

import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.rounds.Watch;
import dev.watershed.collector.server.running.SeenSession;
import dev.watershed.collector.server.running.SessionColumns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks for the transactions that have been open for long; needs PROCESS. */
final class LongTransactionQuery {

  private static final int FIRST_SESSION_COLUMN = 5;

  /**
   * What tells a transaction from all others as long as it is open. Its number does not: it is 0 on
   * MariaDB, and another one on MySQL, until it writes. One that was prepared for XA may have no
   * connection any more, but has written.
   */
  private static final String ID =
      "IF(watershed_sample.trx_mysql_thread_id = 0, watershed_sample.trx_id,"
          + " CONCAT(watershed_sample.trx_mysql_thread_id, ' ', watershed_sample.trx_started))";

  private LongTransactionQuery() {}

  /** The servers show these times in the zone of their machine, whatever that of the session is. */
  static Query<List<LongTransaction>> of(SessionColumns source, Duration least) {
    String age =
        "TIMESTAMPDIFF(MICROSECOND, watershed_sample.trx_started,"
            + " CONVERT_TZ(UTC_TIMESTAMP(6), '+00:00', 'SYSTEM'))";
    return Query.of(
        "SELECT "
            + ID
            + ", "
            + age
            + ", watershed_sample.trx_rows_locked, watershed_sample.trx_rows_modified, "
            + source.columns("w")
            + " FROM information_schema.INNODB_TRX AS watershed_sample"
            + source.joinsByConnection("w", "watershed_sample.trx_mysql_thread_id")
            + " WHERE "
            + age
            + " >= "
            + least.toNanos() / 1_000
            + " LIMIT "
            + (Watch.MOST_ROWS + 1),
        rows -> {
          List<LongTransaction> transactions = new ArrayList<>();
          while (rows.next()) {
            transactions.add(
                new LongTransaction(
                    rows.getString(1),
                    rows.getLong(2),
                    rows.getLong(3),
                    rows.getLong(4),
                    SeenSession.read(rows, FIRST_SESSION_COLUMN)));
          }
          return transactions;
        });
  }
}
