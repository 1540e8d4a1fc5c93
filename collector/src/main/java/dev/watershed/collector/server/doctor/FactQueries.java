package dev.watershed.collector.server.doctor;

import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.ServerProduct;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The questions that the facts about a server come from. */
final class FactQueries {

  /** A text is never so many times shorter than its tokens. */
  private static final int LEAST_TEXT = 2;

  private FactQueries() {}

  /** The settings and counters that the server has. */
  static Query<Settings> settings(ServerProduct product) {
    String schema = product == ServerProduct.MYSQL ? "performance_schema" : "information_schema";
    String names =
        Arrays.stream(Setting.values())
            .map(setting -> "'" + setting.variable() + "'")
            .collect(Collectors.joining(", ", "(", ")"));
    String select =
        "SELECT VARIABLE_NAME, VARIABLE_VALUE FROM %1$s.%2$s AS %3$s WHERE VARIABLE_NAME IN %4$s";
    return Query.of(
        select.formatted(schema, "global_variables", Query.ALIAS, names)
            + " UNION ALL "
            + select.formatted(schema, "global_status", Query.ALIAS, names),
        rows -> {
          Map<Setting, String> values = new EnumMap<>(Setting.class);
          while (rows.next()) {
            Setting setting = Setting.valueOf(rows.getString(1).toUpperCase(Locale.ROOT));
            values.put(setting, rows.getString(2) == null ? "" : rows.getString(2));
          }
          return new Settings(values);
        });
  }

  /** The consumers that are switched off. */
  static Query<List<String>> consumersOff() {
    return Query.of(
        "SELECT NAME FROM performance_schema.setup_consumers AS "
            + Query.ALIAS
            + " WHERE ENABLED <> 'YES' ORDER BY NAME",
        rows -> {
          List<String> names = new ArrayList<>();
          while (rows.next()) {
            names.add(rows.getString(1));
          }
          return names;
        });
  }

  /** How many instruments of a kind are switched off. */
  static Query<Long> instrumentsOff(String kind) {
    return new Query<>(
        "SELECT COUNT(*) FROM performance_schema.setup_instruments AS "
            + Query.ALIAS
            + " WHERE NAME LIKE ? AND ENABLED <> 'YES'",
        List.of(kind),
        FactQueries::count);
  }

  /**
   * How many digest texts of others may be cut. Not all servers mark the cut, and the mark is also
   * the end of a list of literals, so that the texts themselves have to be looked at. What only
   * asks for variables, as drivers do when they connect, lacks nothing behind a cut.
   *
   * @param length of their tokens, in bytes
   */
  static Query<Long> cutDigests(int length) {
    return Query.of(
        "SELECT DIGEST_TEXT FROM performance_schema.events_statements_summary_by_digest AS "
            + Query.ALIAS
            + " WHERE LENGTH(DIGEST_TEXT) >= "
            + length / LEAST_TEXT
            + " AND DIGEST_TEXT NOT LIKE '%`"
            + Query.ALIAS
            + "`%' AND DIGEST_TEXT NOT LIKE 'SELECT @@%'",
        rows -> {
          long cut = 0;
          while (rows.next()) {
            cut += isCut(rows.getString(1), length) ? 1 : 0;
          }
          return cut;
        });
  }

  static boolean isCut(String digestText, int length) {
    return Fingerprints.ofDigestText(digestText, length).truncated();
  }

  /** Whether the connection is encrypted. */
  static Query<Boolean> encrypted() {
    return Query.of(
        "SHOW SESSION STATUS LIKE 'Ssl_cipher'",
        rows -> rows.next() && rows.getString(2) != null && !rows.getString(2).isEmpty());
  }

  private static long count(ResultSet rows) throws SQLException {
    rows.next();
    return rows.getLong(1);
  }
}
