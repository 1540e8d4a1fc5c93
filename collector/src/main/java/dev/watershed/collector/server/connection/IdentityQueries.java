package dev.watershed.collector.server.connection;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.Selection;
import dev.watershed.collector.server.ServerIdentity;
import dev.watershed.collector.server.ServerProduct;
import dev.watershed.collector.server.ServerTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which server process answers, from tables that every account may read and that are there even
 * where performance_schema is switched off.
 */
public final class IdentityQueries {

  /** MySQL or MariaDB. */
  public static final Query<ServerProduct> PRODUCT =
      Query.of(
          "SELECT version(), @@version_comment AS " + Query.ALIAS,
          rows -> {
            rows.next();
            return ServerProduct.of(rows.getString(1) + " " + rows.getString(2));
          });

  private IdentityQueries() {}

  /** What an identity is made of, named in upper case, and the server's clock. */
  public record Answer(Instant time, Map<String, String> values) {}

  /** Both of one moment, since the uptime counts from the clock that the statement began with. */
  public static Question question(ServerProduct product) {
    String schema =
        switch (product) {
          case MYSQL -> "performance_schema";
          case MARIADB -> "information_schema";
        };
    return Question.of(
            "identity",
            "which server process answers, since when it runs, and what its clock shows",
            Selection.from(schema + ".global_variables")
                .values("VARIABLE_NAME", "VARIABLE_VALUE", "UTC_TIMESTAMP(6)")
                .where(
                    "VARIABLE_NAME IN ('version', 'server_uuid', 'server_uid', 'hostname', 'port',"
                        + " 'server_id', 'datadir', 'read_only',"
                        + " 'information_schema_stats_expiry')"),
            Selection.from(schema + ".global_status")
                .values("VARIABLE_NAME", "VARIABLE_VALUE", "UTC_TIMESTAMP(6)")
                .where("VARIABLE_NAME = 'Uptime'"))
        .on(product);
  }

  static Query<Answer> values(ServerProduct product) {
    return question(product).query(new Columns(List.of()), IdentityQueries::answer);
  }

  /** What an answer says. */
  public static Answer answer(ResultSet rows) throws SQLException {
    Instant time = Instant.EPOCH;
    Map<String, String> values = new TreeMap<>();
    while (rows.next()) {
      String value = rows.getString(2);
      values.put(rows.getString(1).toUpperCase(Locale.ROOT), value == null ? "" : value);
      String shown = rows.getString(3);
      if (shown == null) {
        throw new SQLException("the server tells no time");
      }
      time = ServerTimes.instant(shown);
    }
    return new Answer(time, values);
  }

  /**
   * The identity that an answer makes.
   *
   * @throws SQLException if it is not complete
   */
  public static ServerIdentity identity(ServerProduct product, Answer answer) throws SQLException {
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
