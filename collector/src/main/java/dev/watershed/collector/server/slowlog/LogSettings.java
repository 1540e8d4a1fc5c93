package dev.watershed.collector.server.slowlog;

import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.ServerProduct;
import dev.watershed.collector.slowlog.SlowLogOptions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What a server says of its slow log.
 *
 * @param on whether it is written at all
 * @param toTable whether it is written to a table
 * @param longQueryTimeSeconds the threshold; empty where another setting leaves statements out, too
 * @param sampleRate how many statements one in the log stands for; empty where all are in it
 */
record LogSettings(
    boolean on, boolean toTable, OptionalDouble longQueryTimeSeconds, OptionalLong sampleRate) {

  private static final String NAMES =
      "('slow_query_log', 'log_output', 'long_query_time', 'min_examined_row_limit',"
          + " 'log_slow_rate_limit')";

  /** The question. */
  static Query<LogSettings> query(ServerProduct product) {
    String schema = product == ServerProduct.MYSQL ? "performance_schema" : "information_schema";
    return Query.of(
        "SELECT VARIABLE_NAME, VARIABLE_VALUE FROM "
            + schema
            + ".global_variables AS "
            + Query.ALIAS
            + " WHERE VARIABLE_NAME IN "
            + NAMES,
        rows -> {
          Map<String, String> values = new TreeMap<>();
          while (rows.next()) {
            values.put(rows.getString(1).toLowerCase(Locale.ROOT), rows.getString(2));
          }
          return of(values);
        });
  }

  /** The settings that variables, named in lower case, make. */
  static LogSettings of(Map<String, String> values) {
    double fewestRows = number(values, "min_examined_row_limit").orElse(0);
    double rate = number(values, "log_slow_rate_limit").orElse(1);
    return new LogSettings(
        "ON".equals(values.get("slow_query_log")),
        values.getOrDefault("log_output", "").contains("TABLE"),
        fewestRows > 0 ? OptionalDouble.empty() : number(values, "long_query_time"),
        rate > 1 ? OptionalLong.of((long) rate) : OptionalLong.empty());
  }

  /** How the log is read: what the configuration says wins. */
  SlowLogOptions over(SlowLogOptions configured) {
    SlowLogOptions options =
        configured.longQueryTimeSeconds().isPresent()
            ? configured
            : configured.withLongQueryTimeSeconds(longQueryTimeSeconds);
    return configured.sampleRate().isPresent() || sampleRate.isEmpty()
        ? options
        : options.withSampleRate(sampleRate.getAsLong());
  }

  /** Why nothing more comes, and what mends it. */
  Optional<String> lack() {
    if (!on) {
      return Optional.of("slow_query_log is OFF; on the server: SET GLOBAL slow_query_log = ON");
    }
    return toTable
        ? Optional.empty()
        : Optional.of(
            "log_output lacks TABLE, so that nothing is written to "
                + RowsQuery.TABLE
                + "; on the server: SET GLOBAL log_output = 'FILE,TABLE'");
  }

  private static OptionalDouble number(Map<String, String> values, String name) {
    String value = values.get(name);
    try {
      return value == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(value));
    } catch (NumberFormatException noNumber) {
      return OptionalDouble.empty();
    }
  }
}
