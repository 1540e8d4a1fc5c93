package dev.watershed.cli.config;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Numbers of YAML's core schema. */
final class Numbers {

  private Numbers() {}

  /** A whole number in decimal digits; empty for anything else. */
  static OptionalLong whole(String value) {
    try {
      return OptionalLong.of(Long.parseLong(value));
    } catch (NumberFormatException notDecimal) {
      return OptionalLong.empty();
    }
  }

  /** A finite number; empty for anything else. */
  static OptionalDouble number(String value) {
    try {
      double number = Double.parseDouble(value);
      return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    } catch (NumberFormatException notDecimal) {
      return OptionalDouble.empty();
    }
  }
}
