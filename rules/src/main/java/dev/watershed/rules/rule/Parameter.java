package dev.watershed.rules.rule;

import java.util.Locale;
import java.util.Objects;

/**
 * A number that a configuration may set for a rule.
 *
 * @param name the key in configurations, with its unit
 * @param usual where nothing is configured
 * @param least that makes sense
 * @param most that makes sense
 * @param whole whether it is a whole number
 * @param meaning what it does, a clause
 */
public record Parameter(
    String name, double usual, double least, double most, boolean whole, String meaning) {

  public Parameter {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(meaning, "meaning");
    if (!(usual >= least && usual <= most)) {
      throw new IllegalArgumentException(name + ": " + usual + " is out of its bounds");
    }
  }

  /** A count, at least 1. */
  public static Parameter count(String name, long usual, String meaning) {
    return new Parameter(name, usual, 1, Long.MAX_VALUE, true, meaning);
  }

  /** A number, 0 and more. */
  public static Parameter number(String name, double usual, String meaning) {
    return new Parameter(name, usual, 0, Double.MAX_VALUE, false, meaning);
  }

  /** A share, 0 to 1. */
  public static Parameter share(String name, double usual, String meaning) {
    return new Parameter(name, usual, 0, 1, false, meaning);
  }

  /** Whether a value makes sense. */
  public boolean allows(double value) {
    return value >= least && value <= most && (!whole || value == Math.rint(value));
  }

  /** What makes sense, for people: {@code a whole number, 1 or more}. */
  public String expected() {
    String kind = whole ? "a whole number" : "a number";
    return most >= Long.MAX_VALUE
        ? String.format(Locale.ROOT, "%s, %.0f or more", kind, least)
        : String.format(Locale.ROOT, "%s, %.0f to %.0f", kind, least, most);
  }
}
