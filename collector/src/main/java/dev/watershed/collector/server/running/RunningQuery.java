package dev.watershed.collector.server.running;

import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.rounds.Watch;
import java.util.ArrayList;
import java.util.List;

/** Asks for the statements that run now, of all sessions but the one that asks. */
final class RunningQuery {

  /** Whether the server keeps the current statements of its sessions. */
  static final Query<Boolean> CONSUMER =
      Query.of(
          "SELECT ENABLED FROM performance_schema.setup_consumers AS "
              + Query.ALIAS
              + " WHERE NAME = 'events_statements_current'",
          rows -> rows.next() && "YES".equals(rows.getString(1)));

  private static final int FIRST_SESSION_COLUMN = 3;

  private RunningQuery() {}

  /** One row more than are taken, so that it shows whether there are more. */
  static Query<List<RunningStatement>> of(SessionColumns source) {
    String sql =
        switch (source) {
          case EVENTS ->
              "SELECT watershed_sample.THREAD_ID, watershed_sample.TIMER_WAIT DIV 1000000, "
                  + source.columns("w")
                  + " FROM performance_schema.events_statements_current AS watershed_sample"
                  + source.joinsByThread("w", "watershed_sample.THREAD_ID")
                  + " WHERE watershed_sample.END_EVENT_ID IS NULL AND watershed_sample.NESTING_EVENT_LEVEL = 0"
                  + " AND (watershed_sample.DIGEST IS NOT NULL OR watershed_sample.SQL_TEXT IS NOT NULL)"
                  + " AND (w_t.PROCESSLIST_ID IS NULL OR w_t.PROCESSLIST_ID <> CONNECTION_ID())";
          case PROCESS_LIST ->
              "SELECT watershed_sample.ID, CAST(watershed_sample.TIME_MS * 1000 AS SIGNED), "
                  + source.columns("w")
                  + " FROM information_schema.PROCESSLIST AS watershed_sample"
                  + source.joinsByConnection("w", "watershed_sample.ID")
                  + " WHERE watershed_sample.COMMAND IN ('Query', 'Execute')"
                  + " AND watershed_sample.INFO IS NOT NULL AND watershed_sample.ID <> CONNECTION_ID()";
        };
    return Query.of(
        sql + " LIMIT " + (Watch.MOST_ROWS + 1),
        rows -> {
          List<RunningStatement> statements = new ArrayList<>();
          while (rows.next()) {
            SeenSession session = SeenSession.read(rows, FIRST_SESSION_COLUMN);
            statements.add(new RunningStatement(rows.getLong(1), rows.getLong(2), session));
          }
          return statements;
        });
  }
}
