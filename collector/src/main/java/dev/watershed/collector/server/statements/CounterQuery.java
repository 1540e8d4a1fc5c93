package dev.watershed.collector.server.statements;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.Selection;
import dev.watershed.collector.server.ServerTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * All counters of the digest table, without its texts: these are long, and known after the first
 * time.
 */
final class CounterQuery {

  /** The whole table. A counter that the server does not have is asked for as 0. */
  static final Question QUESTION =
      Question.of(
          "statements",
          "what each statement cost, by schema and digest, without its text",
          Selection.from(DigestTable.DIGESTS)
              .values(DigestTable.SCHEMA, DigestTable.DIGEST)
              .counters(DigestCounter.columns())
              .values("MIN_TIMER_WAIT", "MAX_TIMER_WAIT", "FIRST_SEEN", "LAST_SEEN"));

  private static final int FIRST_COUNTER = 3;

  private CounterQuery() {}

  static Query<Map<DigestKey, DigestCounters>> of(Columns columns) {
    return QUESTION.query(
        columns,
        rows -> {
          DigestMap.Builder<DigestCounters> table = new DigestMap.Builder<>(DigestCounters.CODEC);
          while (rows.next()) {
            table.put(DigestTable.key(rows, 1, 2), counters(rows, FIRST_COUNTER));
          }
          return table.build();
        });
  }

  private static DigestCounters counters(ResultSet rows, int first) throws SQLException {
    int at = first;
    long[] values = new long[DigestCounter.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = unsigned(rows, at++);
    }
    long min = unsigned(rows, at++);
    long max = unsigned(rows, at++);
    long firstSeen = micros(rows, at++);
    return new DigestCounters(values, min, max, firstSeen, micros(rows, at));
  }

  /** An unsigned number of 64 bits. */
  static long unsigned(ResultSet rows, int column) throws SQLException {
    String text = rows.getString(column);
    try {
      return text == null ? 0 : Long.parseUnsignedLong(text);
    } catch (NumberFormatException e) {
      throw new SQLException("no number in column " + column + ": " + text, e);
    }
  }

  /** A time in the session's zone, which is UTC; 0 where the server has none. */
  private static long micros(ResultSet rows, int column) throws SQLException {
    String text = rows.getString(column);
    if (text == null || text.startsWith("0000")) {
      return 0;
    }
    return ChronoUnit.MICROS.between(Instant.EPOCH, ServerTimes.instant(text));
  }
}
