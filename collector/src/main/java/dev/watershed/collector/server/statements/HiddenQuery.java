package dev.watershed.collector.server.statements;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.Selection;
import dev.watershed.collector.server.ServerProduct;
import java.util.Optional;

/**
 * The executions of prepared statements over the binary protocol. MariaDB counts them by event
 * only: its digest table has no row for them (measured on 10.11).
 */
final class HiddenQuery {

  static final Question QUESTION =
      Question.of(
              "prepared",
              "executions of prepared statements, which have no digest on MariaDB",
              Selection.from(DigestTable.EVENTS)
                  .counters(DigestCounter.columns())
                  .values("MIN_TIMER_WAIT", "MAX_TIMER_WAIT")
                  .where("EVENT_NAME = 'statement/com/Execute'"))
          .on(ServerProduct.MARIADB);

  private HiddenQuery() {}

  static Query<Optional<DigestCounters>> of(Columns columns) {
    return QUESTION.query(
        columns,
        rows -> {
          if (!rows.next()) {
            return Optional.empty();
          }
          int at = 1;
          long[] values = new long[DigestCounter.values().length];
          for (int i = 0; i < values.length; i++) {
            values[i] = CounterQuery.unsigned(rows, at++);
          }
          long min = CounterQuery.unsigned(rows, at++);
          return Optional.of(
              new DigestCounters(values, min, CounterQuery.unsigned(rows, at), 0, 0));
        });
  }
}
