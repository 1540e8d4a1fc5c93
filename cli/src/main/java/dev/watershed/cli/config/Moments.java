package dev.watershed.cli.config;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Moments as people write them into files. */
public final class Moments {

  private Moments() {}

  /**
   * Reads a time with its zone, or a date: its beginning in UTC.
   *
   * @throws IllegalArgumentException if it is neither; the message names the forms
   */
  public static Instant parse(String text) {
    try {
      return text.contains("T")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no time; expected 2026-12-24T18:00:00+09:00 or 2026-12-24", e);
    }
  }
}
