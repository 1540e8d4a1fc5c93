package dev.watershed.rules.gate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The time for which something is accepted. */
final class Term {

  /** So many days before its end people are told. */
  static final int WARNING_DAYS = 14;

  private Term() {}

  /** Whether it holds on a day; the last day counts. */
  static boolean holds(LocalDate until, LocalDate today) {
    return !today.isAfter(until);
  }

  /** What people are told about the end; empty while it is far. */
  static Optional<String> warning(String what, LocalDate until, LocalDate today) {
    if (!holds(until, today)) {
      return Optional.of(what + ": ended on " + until + "; mend it, or agree on a later day");
    }
    long days = ChronoUnit.DAYS.between(today, until);
    if (days > WARNING_DAYS) {
      return Optional.empty();
    }
    String left = days == 0 ? "today" : days == 1 ? "tomorrow" : "in " + days + " days";
    return Optional.of(what + ": ends " + left + ", on " + until);
  }
}
