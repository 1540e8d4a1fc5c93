package dev.watershed.analyzer.saying;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts values in the places of a pattern. No other character of it has a meaning. */
public final class SayingPattern {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");

  private SayingPattern() {}

  /**
   * The pattern with a value in each place; one may be used several times or not at all.
   *
   * @throws IndexOutOfBoundsException if there is a place for a value that is not there
   */
  public static String filled(String pattern, List<String> values) {
    return PLACE
        .matcher(pattern)
        .replaceAll(
            place -> Matcher.quoteReplacement(values.get(Integer.parseInt(place.group(1)))));
  }
}
