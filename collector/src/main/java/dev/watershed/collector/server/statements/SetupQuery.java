package dev.watershed.collector.server.statements;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.Selection;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerProblem;
import dev.watershed.collector.server.ServerProduct;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Whether the server counts statements at all, and how long its digest texts get. */
final class SetupQuery {

  static final Question CONSUMERS =
      Question.of(
          "consumers",
          "which consumers are off, without which statements are not counted",
          Selection.from(DigestTable.CONSUMERS)
              .values("NAME")
              .where(
                  "NAME IN ('global_instrumentation', 'thread_instrumentation',"
                      + " 'statements_digest')")
              .where("ENABLED <> 'YES'")
              .orderedBy("NAME"));

  private static final int DEFAULT_LENGTH = 1_024;

  /** Every server has the columns that are asked for here. */
  private static final Columns NOT_PROBED = new Columns(List.of());

  private SetupQuery() {}

  /**
   * What the server says of itself.
   *
   * @param maxDigestLength of its texts, in bytes
   * @param digestsLost executions that found no row of their own
   */
  record Setup(int maxDigestLength, long digestsLost) {}

  /** What says whether statements are counted, and how far. */
  static Question setup(ServerProduct product) {
    String schema = product == ServerProduct.MYSQL ? "performance_schema" : "information_schema";
    return Question.of(
            "setup",
            "whether the server counts statements, and how long their texts get",
            Selection.from(schema + ".global_variables")
                .values("VARIABLE_NAME", "VARIABLE_VALUE")
                .where(
                    "VARIABLE_NAME IN ('performance_schema', 'performance_schema_digests_size',"
                        + " 'max_digest_length', 'performance_schema_max_digest_length')"),
            Selection.from(schema + ".global_status")
                .values("VARIABLE_NAME", "VARIABLE_VALUE")
                .where("VARIABLE_NAME = 'Performance_schema_digest_lost'"))
        .on(product);
  }

  /** Variables and status, named in upper case. */
  static Query<Map<String, String>> values(ServerProduct product) {
    return setup(product)
        .query(
            NOT_PROBED,
            rows -> {
              Map<String, String> values = new TreeMap<>();
              while (rows.next()) {
                values.put(rows.getString(1).toUpperCase(Locale.ROOT), rows.getString(2));
              }
              return values;
            });
  }

  /** The consumers without which the digest table stands still, where they are switched off. */
  static Query<List<String>> consumersOff() {
    return CONSUMERS.query(
        NOT_PROBED,
        rows -> {
          List<String> names = new ArrayList<>();
          while (rows.next()) {
            names.add(rows.getString(1));
          }
          return names;
        });
  }

  /**
   * What the values mean.
   *
   * @throws ServerException if the server has the table switched off, or a number is none
   */
  static Setup of(Map<String, String> values) throws ServerException {
    if (!values.getOrDefault("PERFORMANCE_SCHEMA", "ON").equals("ON")) {
      throw new ServerException(
          ServerProblem.SWITCHED_OFF,
          "performance_schema is off; set performance_schema=ON in its configuration and start it"
              + " again");
    }
    if (number(values, "PERFORMANCE_SCHEMA_DIGESTS_SIZE", 1) == 0) {
      throw new ServerException(
          ServerProblem.SWITCHED_OFF,
          "performance_schema_digests_size is 0; set it to 10000 in its configuration and start it"
              + " again");
    }
    long statement = number(values, "MAX_DIGEST_LENGTH", DEFAULT_LENGTH);
    long text = number(values, "PERFORMANCE_SCHEMA_MAX_DIGEST_LENGTH", statement);
    return new Setup(
        (int) Math.min(statement, text), number(values, "PERFORMANCE_SCHEMA_DIGEST_LOST", 0));
  }

  /**
   * Makes sure that the consumers are on.
   *
   * @throws ServerException if one is off, with the statement that mends it
   */
  static void requireConsumers(List<String> off) throws ServerException {
    if (!off.isEmpty()) {
      throw new ServerException(
          ServerProblem.SWITCHED_OFF,
          "its digest table stands still, for consumers are off; on the server: UPDATE"
              + " performance_schema.setup_consumers SET ENABLED = 'YES' WHERE NAME IN ('"
              + String.join("', '", off)
              + "')");
    }
  }

  private static long number(Map<String, String> values, String name, long otherwise)
      throws ServerException {
    String value = values.getOrDefault(name, "");
    try {
      return value.isEmpty() ? otherwise : Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new ServerException(
          ServerProblem.OTHER, "%s cannot be read: '%s' is no number".formatted(name, value), e);
    }
  }
}
