package dev.watershed.sql.lexical;

import java.util.Set;

/**
 * Words that the lexical pass has to know. All are reserved in MySQL or MariaDB, or act so here.
 */
final class Keywords {

  /** After a table, none of these is its alias; where a table is expected, none is a bare name. */
  private static final Set<String> NO_BARE_NAMES =
      Set.of(
          "ALL",
          "ALTER",
          "ANALYZE",
          "AND",
          "AS",
          "BETWEEN",
          "BY",
          "CASE",
          "CREATE",
          "CROSS",
          "DELETE",
          "DESC",
          "DESCRIBE",
          "DISTINCT",
          "DISTINCTROW",
          "DROP",
          "ELSE",
          "EXCEPT",
          "EXISTS",
          "EXPLAIN",
          "FETCH",
          "FOR",
          "FORCE",
          "FROM",
          "GROUP",
          "HAVING",
          "IF",
          "IGNORE",
          "IN",
          "INDEX",
          "INNER",
          "INSERT",
          "INTERSECT",
          "INTO",
          "IS",
          "JOIN",
          "KEY",
          "LATERAL",
          "LEFT",
          "LIKE",
          "LIMIT",
          "LOCK",
          "LOW_PRIORITY",
          "NATURAL",
          "NOT",
          "NULL",
          "ON",
          "OR",
          "ORDER",
          "OUTER",
          "PARTITION",
          "PROCEDURE",
          "READ",
          "RECURSIVE",
          "REFERENCES",
          "REPLACE",
          "RETURNING",
          "RIGHT",
          "SELECT",
          "SET",
          "SHOW",
          "STRAIGHT_JOIN",
          "TABLE",
          "THEN",
          "TO",
          "UNION",
          "UPDATE",
          "USE",
          "USING",
          "VALUES",
          "WHEN",
          "WHERE",
          "WINDOW",
          "WITH",
          "WRITE");

  /** The clauses that end a list of tables. */
  private static final Set<String> AFTER_TABLES =
      Set.of(
          "EXCEPT",
          "FETCH",
          "FOR",
          "GROUP",
          "HAVING",
          "INTERSECT",
          "INTO",
          "LIMIT",
          "LOCK",
          "ORDER",
          "PROCEDURE",
          "RETURNING",
          "SET",
          "UNION",
          "VALUES",
          "WHERE",
          "WINDOW");

  private Keywords() {}

  static boolean isNoBareName(String keyword) {
    return NO_BARE_NAMES.contains(keyword);
  }

  static boolean endsTables(String keyword) {
    return AFTER_TABLES.contains(keyword);
  }
}
