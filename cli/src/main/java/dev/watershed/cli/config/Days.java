package dev.watershed.cli.config;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Days as people write them. */
final class Days {

  private Days() {}

  /**
   * Reads a day.
   *
   * @throws IllegalArgumentException if it is none; the message names the form
   */
  static LocalDate parse(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no date; expected year, month and day, as in 2026-11-03", e);
    }
  }
}
