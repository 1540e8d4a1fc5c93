package dev.watershed.rules.gate;

import java.time.LocalDate;
import java.util.Objects;

/**
 * How long a violation has not been seen.
 *
 * @param spans how many spans in a row were judged without it, 1 or more
 * @param since the day on which the first of them ended
 */
public record Missing(int spans, LocalDate since) {

  public Missing {
    Objects.requireNonNull(since, "since");
    if (spans < 1) {
      throw new IllegalArgumentException("expected 1 or more spans");
    }
  }
}
