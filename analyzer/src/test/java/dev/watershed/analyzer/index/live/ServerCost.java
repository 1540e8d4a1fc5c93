package dev.watershed.analyzer.index.live;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server says a statement costs: MySQL in EXPLAIN, MariaDB in a status variable. */
final class ServerCost {

  private static final Pattern COST = Pattern.compile("\"query_cost\": \"([0-9.]+)\"");

  private ServerCost() {}

  /** Empty if it does not say. */
  static OptionalDouble of(Connection connection, String sql) throws SQLException {
    boolean mariaDb = connection.getMetaData().getDatabaseProductVersion().contains("MariaDB");
    try (Statement statement = connection.createStatement()) {
      return mariaDb ? ofMariaDb(statement, sql) : ofMySql(statement, sql);
    }
  }

  private static OptionalDouble ofMySql(Statement statement, String sql) throws SQLException {
    statement.execute("SET explain_json_format_version = 1");
    try (ResultSet rows = statement.executeQuery("EXPLAIN FORMAT=JSON " + sql)) {
      rows.next();
      Matcher cost = COST.matcher(rows.getString(1));
      return cost.find()
          ? OptionalDouble.of(Double.parseDouble(cost.group(1)))
          : OptionalDouble.empty();
    }
  }

  private static OptionalDouble ofMariaDb(Statement statement, String sql) throws SQLException {
    statement.execute(sql);
    try (ResultSet rows = statement.executeQuery("SHOW STATUS LIKE 'Last_query_cost'")) {
      return rows.next() ? OptionalDouble.of(rows.getDouble(2)) : OptionalDouble.empty();
    }
  }
}
