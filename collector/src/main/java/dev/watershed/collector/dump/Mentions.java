package dev.watershed.collector.dump;

import java.util.regex.Pattern;

/** Whether an expression has a column's name in it. */
final class Mentions {

  private Mentions() {}

  static boolean of(String expression, String column) {
    return Pattern.compile(
            "(?<![\\w$])" + Pattern.quote(column) + "(?![\\w$])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(expression)
        .find();
  }
}
