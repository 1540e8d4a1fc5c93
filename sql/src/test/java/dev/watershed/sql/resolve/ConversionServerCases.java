package dev.watershed.sql.resolve;

import dev.watershed.sql.facts.Comparison;
import dev.watershed.sql.facts.KnownRelation.KnownColumn;
import dev.watershed.sql.facts.Operand.LiteralType;
import dev.watershed.sql.live.LiveServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Columns of many types with an index on each, and whether a server uses the index to look a value
 * up that has another type.
 */
final class ConversionServerCases {

  private static final int ROWS = 1_000;

  /** Neither of two collations yields: no such statement runs. */
  private static final int ILLEGAL_MIX_OF_COLLATIONS = 1267;

  private static final List<String> TYPES =
      List.of(
          "VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci",
          "VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
          "CHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci",
          "VARCHAR(20) CHARACTER SET utf8mb3 COLLATE utf8mb3_general_ci",
          "VARCHAR(20) CHARACTER SET latin1 COLLATE latin1_swedish_ci",
          "VARCHAR(20) CHARACTER SET ascii COLLATE ascii_general_ci",
          "VARBINARY(20)",
          "INT",
          "BIGINT UNSIGNED",
          "DECIMAL(12,2)",
          "DOUBLE",
          "DATETIME",
          "DATE");

  private static final Map<String, LiteralType> LITERALS =
      new TreeMap<>(
          Map.of(
              "= 20200105",
              LiteralType.NUMBER,
              "= '2020-01-05'",
              LiteralType.TEXT,
              "= CURDATE()",
              LiteralType.TEMPORAL,
              "= DATE '2020-01-05'",
              LiteralType.TEMPORAL,
              "LIKE '2020-01-05%'",
              LiteralType.TEXT));

  private ConversionServerCases() {}

  /** What the server does otherwise than {@link Conversions} says; with its plan. */
  static List<String> differences(LiveServer server) throws SQLException {
    List<String> differences = new ArrayList<>();
    try (Connection connection = server.connectToNewSchema();
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < TYPES.size(); i++) {
        fill(statement, i);
      }
      for (int i = 0; i < TYPES.size(); i++) {
        constants(statement, i, differences);
        for (int j = 0; j < TYPES.size(); j++) {
          if (i != j) {
            columns(statement, i, j, differences);
          }
        }
      }
    }
    return differences;
  }

  private static void fill(Statement statement, int type) throws SQLException {
    statement.execute("CREATE TABLE t" + type + " (c " + TYPES.get(type) + ", d INT, KEY (c))");
    StringBuilder rows = new StringBuilder("INSERT INTO t" + type + " VALUES ");
    LocalDate day = LocalDate.of(2020, 1, 1);
    boolean number =
        !TYPES.get(type).contains("CHAR") && !TYPES.get(type).matches(".*(DATE|BIN).*");
    for (int row = 0; row < ROWS; row++) {
      String text = day.plusDays(row).toString();
      rows.append(row == 0 ? "" : ",")
          .append("(")
          .append(number ? text.replace("-", "") : "'" + text + "'")
          .append(",1)");
    }
    statement.execute(rows.toString());
    statement.execute("ANALYZE TABLE t" + type);
  }

  private static void constants(Statement statement, int type, List<String> differences)
      throws SQLException {
    for (Map.Entry<String, LiteralType> literal : LITERALS.entrySet()) {
      Comparison comparison =
          literal.getKey().startsWith("LIKE") ? Comparison.LIKE : Comparison.EQUAL;
      boolean converted =
          Conversions.ofConstant(column(type), comparison, literal.getValue()).isPresent();
      String query = "SELECT * FROM t" + type + " a WHERE a.c " + literal.getKey();
      compare(statement, query, "a", converted, TYPES.get(type), differences);
    }
  }

  private static void columns(Statement statement, int type, int other, List<String> differences)
      throws SQLException {
    boolean converted = Conversions.ofColumn(column(other), column(type)).isPresent();
    String query =
        "SELECT * FROM t" + type + " a STRAIGHT_JOIN t" + other + " b ON a.c = b.c WHERE a.d = 1";
    String types = TYPES.get(type) + " -> " + TYPES.get(other);
    compare(statement, query, "b", converted, types, differences);
  }

  private static void compare(
      Statement statement,
      String query,
      String alias,
      boolean converted,
      String types,
      List<String> differences)
      throws SQLException {
    Optional<String> access;
    try {
      access = access(statement, query, alias);
    } catch (SQLException e) {
      if (e.getErrorCode() == ILLEGAL_MIX_OF_COLLATIONS) {
        return;
      }
      throw e;
    }
    if (access.isPresent()) {
      boolean scanned = access.get().equals("ALL") || access.get().equals("index");
      if (scanned != converted) {
        differences.add(
            access.get() + " though converted " + converted + ": " + types + ": " + query);
      }
    }
  }

  /** How the plan reads a table; empty if it reads none. */
  private static Optional<String> access(Statement statement, String query, String alias)
      throws SQLException {
    try (ResultSet rows = statement.executeQuery("EXPLAIN FORMAT=TRADITIONAL " + query)) {
      while (rows.next()) {
        if (alias.equals(rows.getString("table"))) {
          return Optional.of(rows.getString("type"));
        }
      }
    }
    return Optional.empty();
  }

  private static KnownColumn column(int type) {
    String text = TYPES.get(type);
    int collate = text.indexOf("COLLATE ");
    return new KnownColumn(
        "c",
        text.toLowerCase(Locale.ROOT),
        collate < 0 ? Optional.empty() : Optional.of(text.substring(collate + 8)),
        true);
  }
}
