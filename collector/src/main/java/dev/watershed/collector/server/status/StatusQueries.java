package dev.watershed.collector.server.status;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.Selection;
import dev.watershed.collector.server.VariableTable;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Asks for status variables, which need no privilege, and for the length of the history list. */
final class StatusQueries {

  static final String METRICS = "information_schema.INNODB_METRICS";
  static final String THREADS_CONNECTED = "Threads_connected";
  static final String THREADS_RUNNING = "Threads_running";

  /** MariaDB's; MySQL has it among the metrics only. */
  static final String HISTORY_LIST_LENGTH = "Innodb_history_list_length";

  static final Question STATUS =
      VariableTable.STATUS.question(
          "status",
          "counters and gauges of the whole server",
          Stream.concat(
                  Arrays.stream(StatusCounter.values())
                      .flatMap(counter -> counter.variables().stream()),
                  Stream.of(THREADS_CONNECTED, THREADS_RUNNING, HISTORY_LIST_LENGTH))
              .toList());

  static final Question HISTORY =
      Question.of(
              "history",
              "how many undo logs wait for purge",
              Selection.from(METRICS).values("COUNT").where("NAME = 'trx_rseg_history_len'"))
          .on(Question.Need.TABLE);

  private StatusQueries() {}

  /** The values of the variables that a server has, by their names. */
  static Query<Map<String, Long>> status(Columns columns) {
    return STATUS.query(
        columns,
        rows -> {
          Map<String, Long> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
          while (rows.next()) {
            values.put(rows.getString(1), Long.parseUnsignedLong(rows.getString(2)));
          }
          return values;
        });
  }

  /** The length of the history list among the metrics; needs PROCESS. */
  static Optional<Query<OptionalLong>> historyListLength(Columns columns) {
    if (!columns.has(METRICS, "COUNT")) {
      return Optional.empty();
    }
    return Optional.of(
        HISTORY.query(
            columns,
            rows -> rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty()));
  }
}
