package dev.watershed.benchmarks.rules;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a month, or all of it, in whole days.
 *
 * @param name what it is called
 * @param first its first day
 * @param until the day after its last
 */
record MonthSpan(String name, LocalDate first, LocalDate until) {

  private static final int WEEK = 7;

  MonthSpan {
    if (!first.isBefore(until)) {
      throw new IllegalArgumentException(name + " from " + first + " until " + until);
    }
  }

  Duration length() {
    return Duration.ofDays(until.toEpochDay() - first.toEpochDay());
  }

  static MonthSpan whole(LocalDate start, int days) {
    return new MonthSpan("month", start, start.plusDays(days));
  }

  /** Two; of an odd number of days the first one has the one in the middle. */
  static List<MonthSpan> halves(LocalDate start, int days) {
    LocalDate middle = start.plusDays((days + 1) / 2);
    return List.of(
        new MonthSpan("half 1", start, middle),
        new MonthSpan("half 2", middle, start.plusDays(days)));
  }

  /** Those that are full; days behind the last one are in none. */
  static List<MonthSpan> weeks(LocalDate start, int days) {
    List<MonthSpan> weeks = new ArrayList<>();
    for (int week = 1; week * WEEK <= days; week++) {
      LocalDate until = start.plusDays((long) week * WEEK);
      weeks.add(new MonthSpan("week " + week, until.minusDays(WEEK), until));
    }
    return weeks;
  }
}
