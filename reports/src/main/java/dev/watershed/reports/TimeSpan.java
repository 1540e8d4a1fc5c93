package dev.watershed.reports;

import dev.watershed.analyzer.saying.Saying;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants and spans as people read them, in UTC. */
public final class TimeSpan {

  private static final DateTimeFormatter DATE = format("d MMM uuuu");
  private static final DateTimeFormatter DAY = format("d");
  private static final DateTimeFormatter DAY_MONTH = format("d MMM");
  private static final DateTimeFormatter MINUTE = format("HH:mm");
  private static final DateTimeFormatter SECOND = format("HH:mm:ss");

  private TimeSpan() {}

  /** {@code 1–30 Nov 2026}, or with times of day when it is shorter than two days. */
  public static String of(Instant first, Instant last) {
    ZonedDateTime from = first.atZone(ZoneOffset.UTC);
    ZonedDateTime to = last.atZone(ZoneOffset.UTC);
    boolean sameDay = from.toLocalDate().equals(to.toLocalDate());
    if (sameDay) {
      boolean brief = Duration.between(first, last).compareTo(Duration.ofHours(1)) < 0;
      DateTimeFormatter time = brief ? SECOND : MINUTE;
      return DATE.format(from) + ", " + time.format(from) + "–" + time.format(to) + " UTC";
    }
    if (Duration.between(first, last).compareTo(Duration.ofDays(2)) < 0) {
      return minute(first) + " – " + minute(last) + " UTC";
    }
    if (from.getYear() != to.getYear()) {
      return DATE.format(from) + " – " + DATE.format(to);
    }
    boolean sameMonth = from.getMonth() == to.getMonth();
    return sameMonth
        ? DAY.format(from) + "–" + DATE.format(to)
        : DAY_MONTH.format(from) + " – " + DATE.format(to);
  }

  /** {@code 23 Nov 2026 02:16:41 UTC}. */
  public static String second(Instant instant) {
    ZonedDateTime time = instant.atZone(ZoneOffset.UTC);
    return DATE.format(time) + " " + SECOND.format(time) + " UTC";
  }

  /** {@code 23 Nov 2026 02:16}. */
  public static String minute(Instant instant) {
    return new Saying.Minute(instant).text();
  }

  /** {@code 02:16} for an instant of a span within a day, {@code 15 Nov 02:16} else. */
  public static String within(Instant instant, Duration span) {
    ZonedDateTime time = instant.atZone(ZoneOffset.UTC);
    String minute = MINUTE.format(time);
    return span.compareTo(Duration.ofDays(1)) <= 0 ? minute : DAY_MONTH.format(time) + " " + minute;
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
