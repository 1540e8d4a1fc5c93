package dev.watershed.reports.review.form;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants and spans in the language of the page, in UTC. */
public final class PageTimes {

  private static final Duration BRIEF = Duration.ofHours(1);
  private static final Duration FEW_DAYS = Duration.ofDays(2);
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private PageTimes() {}

  /** Two days, or with times of day where the span is shorter than that. */
  public static String span(Instant first, Instant last, PageWords words) {
    ZonedDateTime from = first.atZone(ZoneOffset.UTC);
    ZonedDateTime to = last.atZone(ZoneOffset.UTC);
    Duration length = Duration.between(first, last);
    if (from.toLocalDate().equals(to.toLocalDate())) {
      DateTimeFormatter time = length.compareTo(BRIEF) < 0 ? SECOND : MINUTE;
      return words.text("time.within", day(from, words), time.format(from), time.format(to));
    }
    return length.compareTo(FEW_DAYS) < 0
        ? words.text("time.between", minute(first, words), minute(last, words))
        : words.text("time.days", day(from, words), day(to, words));
  }

  /** A day and a time of it. */
  public static String minute(Instant instant, PageWords words) {
    ZonedDateTime time = instant.atZone(ZoneOffset.UTC);
    return day(time, words) + " " + MINUTE.format(time);
  }

  private static String day(ZonedDateTime time, PageWords words) {
    return DateTimeFormatter.ofPattern(
            words.text("time.day"), Locale.forLanguageTag(words.language()))
        .format(time);
  }
}
