package dev.watershed.analyzer.query;

import java.util.List;

/** A value of an answer. */
public sealed interface QueryValue {

  /** SQL's NULL. */
  record Unknown() implements QueryValue {}

  /** A number in decimal notation. */
  record Number(String text) implements QueryValue {}

  /** True or false. */
  record Flag(boolean value) implements QueryValue {}

  /** A text, a time (ISO 8601, UTC), or anything else, as DuckDB writes it. */
  record Text(String text) implements QueryValue {}

  /** Several values. */
  record Values(List<QueryValue> values) implements QueryValue {

    public Values {
      values = List.copyOf(values);
    }
  }
}
