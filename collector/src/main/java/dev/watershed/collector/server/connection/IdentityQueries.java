package dev.watershed.collector.server.connection;

import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.ServerIdentity;
import dev.watershed.collector.server.ServerProduct;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which server process answers, from tables that every account may read and that are there even
 * where performance_schema is switched off.
 */
final class IdentityQueries {

  /** MySQL or MariaDB. */
  static final Query<ServerProduct> PRODUCT =
      Query.of(
          "SELECT version(), @@version_comment AS " + Query.ALIAS,
          rows -> {
            rows.next();
            return ServerProduct.of(rows.getString(1) + " " + rows.getString(2));
          });

  private IdentityQueries() {}

  /** What an identity is made of, named in upper case, and the server's clock. */
  record Answer(Instant time, Map<String, String> values) {}

  /** Both of one moment, since the uptime counts from the clock that the statement began with. */
  static Query<Answer> values(ServerProduct product) {
    String schema =
        switch (product) {
          case MYSQL -> "performance_schema";
          case MARIADB -> "information_schema";
        };
    String select = "SELECT VARIABLE_NAME, VARIABLE_VALUE, UTC_TIMESTAMP(6) FROM " + schema;
    return Query.of(
        select
            + ".global_variables AS "
            + Query.ALIAS
            + " WHERE VARIABLE_NAME IN ('version', 'server_uuid', 'server_uid', 'hostname', 'port',"
            + " 'server_id', 'datadir', 'read_only', 'information_schema_stats_expiry') UNION ALL "
            + select
            + ".global_status AS "
            + Query.ALIAS
            + " WHERE VARIABLE_NAME = 'Uptime'",
        rows -> {
          Instant time = Instant.EPOCH;
          Map<String, String> values = new TreeMap<>();
          while (rows.next()) {
            String value = rows.getString(2);
            values.put(rows.getString(1).toUpperCase(Locale.ROOT), value == null ? "" : value);
            time = rows.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC);
          }
          return new Answer(time, values);
        });
  }

  /**
   * The identity that an answer makes.
   *
   * @throws SQLException if it is not complete
   */
  static ServerIdentity identity(ServerProduct product, Answer answer) throws SQLException {
    Map<String, String> values = answer.values();
    return new ServerIdentity(
        product,
        values.getOrDefault("VERSION", ""),
        id(values),
        answer.time().truncatedTo(ChronoUnit.SECONDS).minusSeconds(uptimeSeconds(values)),
        !values.getOrDefault("READ_ONLY", "OFF").equals("OFF"));
  }

  private static String id(Map<String, String> values) {
    String port = values.getOrDefault("PORT", "");
    return Optional.ofNullable(values.get("SERVER_UUID"))
        .or(() -> Optional.ofNullable(values.get("SERVER_UID")).map(uid -> uid + ":" + port))
        .orElseGet(
            () ->
                String.join(
                    ":",
                    values.getOrDefault("HOSTNAME", ""),
                    port,
                    values.getOrDefault("SERVER_ID", ""),
                    values.getOrDefault("DATADIR", "")));
  }

  private static long uptimeSeconds(Map<String, String> values) throws SQLException {
    try {
      return Long.parseLong(values.getOrDefault("UPTIME", ""));
    } catch (NumberFormatException e) {
      throw new SQLException("the server tells no uptime", e);
    }
  }
}
