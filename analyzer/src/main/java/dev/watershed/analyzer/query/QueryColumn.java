package dev.watershed.analyzer.query;

import java.util.Objects;
import org.duckdb.DuckDBColumnType;

/**
 * A column of a table that queries see.
 *
 * @param name in snake case, with its unit
 * @param type as queries see it
 */
record QueryColumn(String name, Type type) {

  /** Types, and how each is made from what a scan gives. */
  enum Type {
    INTEGER("\"%s\""),
    NUMBER("\"%s\""),
    TEXT("\"%s\""),
    /** From microseconds since 1970-01-01T00:00Z. */
    TIMESTAMP("make_timestamp(\"%s\") AS \"%1$s\""),
    /** From 0 and 1. */
    BOOLEAN("\"%s\" <> 0 AS \"%1$s\""),
    /** From values separated by tabulators. */
    TEXTS("CASE WHEN \"%s\" = '' THEN [] ELSE string_split(\"%1$s\", chr(9)) END AS \"%1$s\""),
    /** From DuckDB's own notation of such a list. */
    LATENCIES("CAST(\"%s\" AS STRUCT(upper_micros DOUBLE, calls BIGINT)[]) AS \"%1$s\"");

    private final String expression;

    Type(String expression) {
      this.expression = expression;
    }
  }

  QueryColumn {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }

  /** The expression of a view over the scan. */
  String expression() {
    return String.format(type.expression, name);
  }

  /** The same, for those who have to be told that times are UTC. */
  String zonedExpression() {
    return type == Type.TIMESTAMP
        ? String.format("make_timestamptz(\"%s\") AS \"%1$s\"", name)
        : expression();
  }

  /** What a scan gives; flags and times are whole numbers there. */
  DuckDBColumnType scanned() {
    return switch (type) {
      case TEXT, TEXTS, LATENCIES -> DuckDBColumnType.VARCHAR;
      case NUMBER -> DuckDBColumnType.DOUBLE;
      default -> DuckDBColumnType.BIGINT;
    };
  }

  static QueryColumn integer(String name) {
    return new QueryColumn(name, Type.INTEGER);
  }

  static QueryColumn number(String name) {
    return new QueryColumn(name, Type.NUMBER);
  }

  static QueryColumn text(String name) {
    return new QueryColumn(name, Type.TEXT);
  }

  static QueryColumn texts(String name) {
    return new QueryColumn(name, Type.TEXTS);
  }

  static QueryColumn timestamp(String name) {
    return new QueryColumn(name, Type.TIMESTAMP);
  }

  static QueryColumn flag(String name) {
    return new QueryColumn(name, Type.BOOLEAN);
  }

  static QueryColumn latencies(String name) {
    return new QueryColumn(name, Type.LATENCIES);
  }
}
