package dev.watershed.reports;

import dev.watershed.analyzer.query.QueryValue;
import java.util.stream.Collectors;

/** Values of an answer as plain text. */
public final class QueryText {

  private QueryText() {}

  /**
   * A value.
   *
   * @param unknown what stands for NULL
   */
  public static String of(QueryValue value, String unknown) {
    if (value instanceof QueryValue.Number number) {
      return number.text();
    } else if (value instanceof QueryValue.Text text) {
      return text.text();
    } else if (value instanceof QueryValue.Flag flag) {
      return Boolean.toString(flag.value());
    } else if (value instanceof QueryValue.Values values) {
      return values.values().stream()
          .map(element -> of(element, unknown))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return unknown;
  }
}
