package dev.watershed.cli.command;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A moment as people type it. */
final class TimeArgument {

  /** The forms, for messages. */
  static final String FORMS =
      "2026-11-23T02:00:00Z, 2026-11-23T02:00, 2026-11-23, or a span before now: 30m, 2h, 7d";

  private static final Pattern SPAN = Pattern.compile("(\\d{1,6})\\s*(s|m|min|h|d|w)");
  private static final Pattern BLANK_BEFORE_TIME =
      Pattern.compile("(?<=\\d{4}-\\d\\d-\\d\\d) (?=\\d)");

  private TimeArgument() {}

  /**
   * Reads a moment: an ISO 8601 instant or date (its beginning), or a span before now.
   *
   * @param zone the zone of forms that name none
   * @throws IllegalArgumentException if the text is neither; the message names the forms
   */
  static Instant parse(String text, Instant now, ZoneId zone) {
    Matcher span = SPAN.matcher(text.strip());
    if (span.matches()) {
      return now.minus(unit(span.group(2)).multipliedBy(Long.parseLong(span.group(1))));
    }
    String iso = BLANK_BEFORE_TIME.matcher(text.strip()).replaceFirst("T");
    try {
      if (!iso.contains("T")) {
        return LocalDate.parse(iso).atStartOfDay(zone).toInstant();
      }
      boolean zoned = iso.endsWith("Z") || iso.matches(".*T.*[+-]\\d\\d:?\\d\\d");
      return zoned
          ? OffsetDateTime.parse(iso).toInstant()
          : LocalDateTime.parse(iso).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'" + text + "' is no time; expected " + FORMS, e);
    }
  }

  /**
   * Reads a span, such as 60s, 5m or 1h.
   *
   * @throws IllegalArgumentException if the text is none, or empty
   */
  static Duration parseSpan(String text) {
    Matcher span = SPAN.matcher(text.strip());
    if (!span.matches() || Long.parseLong(span.group(1)) == 0) {
      throw new IllegalArgumentException(
          "'" + text + "' is no span of time; expected one such as 60s, 5m, 1h or 7d");
    }
    return unit(span.group(2)).multipliedBy(Long.parseLong(span.group(1)));
  }

  private static Duration unit(String name) {
    return switch (name) {
      case "s" -> Duration.ofSeconds(1);
      case "m", "min" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      case "d" -> Duration.ofDays(1);
      default -> Duration.ofDays(7);
    };
  }
}
