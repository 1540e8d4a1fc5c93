package dev.watershed.rules.gate;

import java.time.LocalDate;

/**
 * When an entry of a baseline is stale: its violation was absent from so many judged spans in a row
 * and for so many days. One that comes once a year has 13 months.
 *
 * @param spans 1 or more
 * @param days 0 or more
 */
public record StaleAfter(int spans, int days) {

  /** What holds where a baseline does not say it. */
  public static final StaleAfter USUAL = new StaleAfter(10, 30);

  private static final int YEARLY_MONTHS = 13;

  public StaleAfter {
    if (spans < 1 || days < 0) {
      throw new IllegalArgumentException("expected 1 or more spans and 0 or more days");
    }
  }

  /** Whether what is missing has been missing for long enough on a day. */
  public boolean stale(Missing missing, boolean yearly, LocalDate day) {
    LocalDate end =
        yearly ? missing.since().plusMonths(YEARLY_MONTHS) : missing.since().plusDays(days);
    return missing.spans() >= spans && !day.isBefore(end);
  }
}
