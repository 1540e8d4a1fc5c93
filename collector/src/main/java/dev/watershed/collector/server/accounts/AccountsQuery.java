package dev.watershed.collector.server.accounts;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.Selection;
import dev.watershed.collector.server.counter.CounterTable;
import dev.watershed.workload.observation.AccountUse;
import java.util.List;

/** Asks for the counters per account and kind of statement. */
final class AccountsQuery {

  static final String TABLE =
      "performance_schema.events_statements_summary_by_account_by_event_name";

  /** The counters of a row, in the order of the figures of account use. */
  static final int WIDTH = AccountUse.Figure.values().length;

  static final Question QUESTION =
      Question.of(
              "accounts",
              "what each account executed, by kind of statement",
              Selection.from(TABLE)
                  .values("COALESCE(USER, '')", "COALESCE(HOST, '')", "EVENT_NAME", "COUNT_STAR")
                  .values("SUM_ERRORS", "SUM_TIMER_WAIT DIV 1000000", "SUM_LOCK_TIME DIV 1000000")
                  .values("SUM_ROWS_SENT", "SUM_ROWS_EXAMINED", "SUM_ROWS_AFFECTED")
                  .where("COUNT_STAR > 0"))
          .on(Question.Need.TABLE);

  private static final int FIRST_COUNTER = 4;

  private AccountsQuery() {}

  /** Whether a counter of a row is a sum of times. */
  static boolean isTime(int counter) {
    return counter == AccountUse.Figure.TIME_MICROS.ordinal()
        || counter == AccountUse.Figure.LOCK_TIME_MICROS.ordinal();
  }

  static Query<CounterTable<Account>> counters() {
    return QUESTION.query(
        new Columns(List.of()),
        rows -> {
          CounterTable.Builder<Account> table =
              new CounterTable.Builder<>(WIDTH, AccountsDomain.KEYS);
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
