package dev.watershed.analyzer.index.shape;

import dev.watershed.sql.facts.Comparison;

/**
 * The share of rows that a condition lets through where nothing is known: the server's own filters
 * ({@code COND_FILTER_xxx} of MySQL's {@code item.h}).
 */
public final class DefaultShare {

  /** {@code =} of something that is no column, or of two columns of one table. */
  public static final double EQUALITY = 0.1;

  static final double INEQUALITY = 1 / 3.0;
  static final double BETWEEN = 1 / 9.0;

  /** IN never lets through more, whatever it lists. */
  static final double IN_AT_MOST = 0.5;

  /** How many values IN lists where the text does not tell. */
  static final double IN_VALUES = 5;

  private static final double NEARLY_ALL = 0.9;

  private DefaultShare() {}

  /** Of a comparison of something that has no figures. */
  static double of(Comparison comparison) {
    return switch (comparison) {
      case EQUAL, NULL_SAFE_EQUAL, IS_NULL, MATCH, JSON_MEMBER -> EQUALITY;
      case IN -> IN_AT_MOST;
      case GREATER, LESS, SPATIAL, REGEXP -> INEQUALITY;
      case BETWEEN, LIKE -> BETWEEN;
      case NOT_EQUAL, NOT_IN, NOT_BETWEEN, NOT_LIKE, IS_NOT_NULL -> NEARLY_ALL;
    };
  }
}
