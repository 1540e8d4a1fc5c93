package dev.watershed.collector.server;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times as servers write them: {@code 2026-11-23 02:07:00.123456}, in UTC as the session is. */
public final class ServerTimes {

  private ServerTimes() {}

  /**
   * The instant of a time that is one.
   *
   * @throws java.time.format.DateTimeParseException if it is none
   */
  public static Instant instant(String text) {
    return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
  }
}
