package dev.watershed.rules.own;

import dev.watershed.analyzer.query.QueryValue;
import dev.watershed.rules.verdict.Evidence;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A row that a query returned.
 *
 * @param values by the names of columns, in lower case and in their order
 */
record OwnRow(Map<String, QueryValue> values) {

  /** Numbers that say where something is, and are no evidence. */
  private static final Set<String> PLACES = Set.of("line", "column_number");

  private static final BigDecimal LAST_PLACE = BigDecimal.valueOf(Integer.MAX_VALUE);

  /** The text of a column; empty where there is no such column, and where it is NULL. */
  Optional<String> text(String column) {
    QueryValue value = values.get(column);
    if (value instanceof QueryValue.Text text) {
      return Optional.of(text.text());
    }
    return value instanceof QueryValue.Number number
        ? Optional.of(number.text())
        : Optional.empty();
  }

  /** The texts of a column with a list. */
  List<String> texts(String column) {
    return values.get(column) instanceof QueryValue.Values several
        ? several.values().stream()
            .filter(QueryValue.Text.class::isInstance)
            .map(value -> ((QueryValue.Text) value).text())
            .toList()
        : text(column).stream().toList();
  }

  /** The number of a column, where it is a place in a file: whole, positive, and no giant. */
  OptionalInt place(String column) {
    return number(column).stream()
        .filter(number -> number.signum() > 0 && number.stripTrailingZeros().scale() <= 0)
        .filter(number -> number.compareTo(LAST_PLACE) <= 0)
        .mapToInt(BigDecimal::intValue)
        .findFirst();
  }

  /** Whether a column is true. */
  boolean holds(String column) {
    return values.get(column) instanceof QueryValue.Flag flag && flag.value();
  }

  /** Every number of the row. */
  List<Evidence> evidence() {
    return values.keySet().stream()
        .filter(column -> !PLACES.contains(column))
        .flatMap(column -> number(column).stream().map(number -> new Evidence(column, number)))
        .toList();
  }

  private Optional<BigDecimal> number(String column) {
    return values.get(column) instanceof QueryValue.Number number
        ? Optional.of(new BigDecimal(number.text()))
        : Optional.empty();
  }
}
