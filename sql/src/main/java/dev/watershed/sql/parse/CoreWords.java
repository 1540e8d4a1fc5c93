package dev.watershed.sql.parse;

import java.util.Set;

/**
 * The words that are no names: the reserved ones of MySQL 9.7 and MariaDB 10.11 that may stand in a
 * query. All others, such as STATUS or DATE, are names or functions wherever a pass does not take
 * them for something else.
 */
final class CoreWords {

  /** Of these, the parser has to know each. */
  private static final Set<String> STRUCTURE =
      Set.of(
          "ALL",
          "AND",
          "AS",
          "ASC",
          "BETWEEN",
          "BY",
          "CASE",
          "COLLATE",
          "CROSS",
          "DESC",
          "DISTINCT",
          "DIV",
          "ELSE",
          "EXCEPT",
          "EXISTS",
          "FALSE",
          "FOR",
          "FROM",
          "GROUP",
          "HAVING",
          "IN",
          "INNER",
          "INTERSECT",
          "IS",
          "JOIN",
          "LATERAL",
          "LEFT",
          "LIKE",
          "LIMIT",
          "NATURAL",
          "NOT",
          "NULL",
          "ON",
          "OR",
          "ORDER",
          "OUTER",
          "OVER",
          "PARTITION",
          "RECURSIVE",
          "REGEXP",
          "RIGHT",
          "SELECT",
          "STRAIGHT_JOIN",
          "THEN",
          "TRUE",
          "UNION",
          "UPDATE",
          "USING",
          "VALUES",
          "WHEN",
          "WHERE",
          "WINDOW",
          "WITH",
          "XOR");

  /** Reserved too; the passes remove or replace them. */
  private static final Set<String> REMOVED =
      Set.of(
          "BINARY",
          "CONVERT",
          "DEFAULT",
          "DELAYED",
          "DELETE",
          "DISTINCTROW",
          "DUAL",
          "FETCH",
          "FORCE",
          "GROUPS",
          "HIGH_PRIORITY",
          "IGNORE",
          "INDEX",
          "INSERT",
          "INTERVAL",
          "INTO",
          "KEY",
          "LOCK",
          "LOW_PRIORITY",
          "MATCH",
          "MOD",
          "OF",
          "PROCEDURE",
          "RANGE",
          "REPLACE",
          "RETURNING",
          "RLIKE",
          "ROW",
          "ROWS",
          "SET",
          "SQL_BIG_RESULT",
          "SQL_CALC_FOUND_ROWS",
          "SQL_SMALL_RESULT",
          "TABLE",
          "USE");

  /** Reserved words that stand for a value. */
  private static final Set<String> VALUES = Set.of("TRUE", "FALSE", "NULL", "DEFAULT");

  /** Reserved words that are functions before a parenthesis. */
  private static final Set<String> FUNCTIONS =
      Set.of("LEFT", "RIGHT", "INSERT", "REPLACE", "VALUES", "MOD", "ROW", "INTERVAL", "DEFAULT");

  private CoreWords() {}

  static boolean isReserved(String keyword) {
    return STRUCTURE.contains(keyword) || REMOVED.contains(keyword);
  }

  static boolean isValue(String keyword) {
    return VALUES.contains(keyword);
  }

  /** Whether a reserved word is the name of a function before a parenthesis. */
  static boolean mayBeFunction(String keyword) {
    return FUNCTIONS.contains(keyword) || !isReserved(keyword);
  }
}
