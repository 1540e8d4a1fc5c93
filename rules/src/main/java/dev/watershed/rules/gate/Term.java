package dev.watershed.rules.gate;

import dev.watershed.analyzer.saying.Saying;
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
  static Optional<Saying> warning(Saying what, LocalDate until, LocalDate today) {
    if (!holds(until, today)) {
      return Optional.of(
          Saying.of(
              "term.ended", "{0}: ended on {1}; mend it, or agree on a later day", what, until));
    }
    long days = ChronoUnit.DAYS.between(today, until);
    if (days > WARNING_DAYS) {
      return Optional.empty();
    }
    return Optional.of(
        days == 0
            ? Saying.of("term.today", "{0}: ends today, on {1}", what, until)
            : days == 1
                ? Saying.of("term.tomorrow", "{0}: ends tomorrow, on {1}", what, until)
                : Saying.of("term.days", "{0}: ends in {2} days, on {1}", what, until, days));
  }
}
