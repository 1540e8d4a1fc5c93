package dev.watershed.collector.server.accounts;

import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.counter.CounterTable;
import dev.watershed.workload.observation.AccountUse;

/** Asks for the counters per account and kind of statement. */
final class AccountsQuery {

  static final String TABLE =
      "performance_schema.events_statements_summary_by_account_by_event_name";

  /** The counters of a row, in the order of the figures of account use. */
  static final int WIDTH = AccountUse.Figure.values().length;

  private static final int FIRST_COUNTER = 4;

  private AccountsQuery() {}

  static Query<CounterTable<Account>> counters() {
    return Query.of(
        "SELECT COALESCE(USER, ''), COALESCE(HOST, ''), EVENT_NAME, COUNT_STAR, SUM_ERRORS,"
            + " SUM_TIMER_WAIT DIV 1000000, SUM_LOCK_TIME DIV 1000000, SUM_ROWS_SENT,"
            + " SUM_ROWS_EXAMINED, SUM_ROWS_AFFECTED FROM "
            + TABLE
            + " AS "
            + Query.ALIAS
            + " WHERE COUNT_STAR > 0",
        rows -> {
          CounterTable.Builder<Account> table = new CounterTable.Builder<>(WIDTH);
          while (rows.next()) {
            long[] counters = new long[WIDTH];
            for (int i = 0; i < WIDTH; i++) {
              counters[i] = rows.getLong(FIRST_COUNTER + i);
            }
            table.add(
                new Account(rows.getString(1), rows.getString(2), rows.getString(3)), counters);
          }
          return table.build();
        });
  }
}
