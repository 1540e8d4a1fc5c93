package dev.watershed.collector.server.statements;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All counters of the digest table, without its texts: these are long, and known after the first
 * time.
 */
final class CounterQuery {

  private static final int FIRST_COUNTER = 3;

  private CounterQuery() {}

  /** The whole table. A counter that the server does not have is asked for as 0. */
  static Query<Map<DigestKey, DigestCounters>> of(Columns columns) {
    List<String> selected = new ArrayList<>(List.of(DigestTable.SCHEMA, DigestTable.DIGEST));
    for (DigestCounter counter : DigestCounter.values()) {
      boolean there = columns.has(DigestTable.DIGESTS, counter.column());
      selected.add(there ? counter.column() : "0 AS " + counter.column());
    }
    selected.addAll(List.of("MIN_TIMER_WAIT", "MAX_TIMER_WAIT", "FIRST_SEEN", "LAST_SEEN"));
    return Query.of(
        "SELECT %s FROM %s AS %s"
            .formatted(String.join(", ", selected), DigestTable.DIGESTS, Query.ALIAS),
        rows -> {
          Map<DigestKey, DigestCounters> table = new HashMap<>();
          while (rows.next()) {
            table.put(DigestTable.key(rows, 1, 2), counters(rows, FIRST_COUNTER));
          }
          return table;
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
    LocalDateTime time = rows.getObject(column, LocalDateTime.class);
    return ChronoUnit.MICROS.between(LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC), time);
  }
}
