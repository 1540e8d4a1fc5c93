package dev.watershed.collector.server.statements;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The executions of prepared statements over the binary protocol. MariaDB counts them by event
 * only: its digest table has no row for them (measured on 10.11).
 */
final class HiddenQuery {

  private HiddenQuery() {}

  static Query<Optional<DigestCounters>> of(Columns columns) {
    List<String> selected = new ArrayList<>();
    for (DigestCounter counter : DigestCounter.values()) {
      boolean there = columns.has(DigestTable.EVENTS, counter.column());
      selected.add(there ? counter.column() : "0 AS " + counter.column());
    }
    selected.addAll(List.of("MIN_TIMER_WAIT", "MAX_TIMER_WAIT"));
    return Query.of(
        "SELECT %s FROM %s AS %s WHERE EVENT_NAME = 'statement/com/Execute'"
            .formatted(String.join(", ", selected), DigestTable.EVENTS, Query.ALIAS),
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
