package dev.watershed.reports.review.compare;

import dev.watershed.analyzer.trend.Rate;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.PageWords;

/** How something differs from the earlier span; each word has a sign of its own. */
public enum ChangeWord {
  NEW("new"),
  GONE("gone"),
  MORE("more"),
  LESS("less"),
  /** No more than chance explains. */
  SAME("same"),
  /** One of the spans could not have shown it. */
  UNDECIDED("undecided");

  private final String key;

  ChangeWord(String key) {
    this.key = "change." + key;
  }

  /** How often something was seen in both spans; new and gone only where one would have seen it. */
  public static ChangeWord of(Rate before, Rate now) {
    if (before.perSecond() == 0 && now.perSecond() == 0) {
      return SAME;
    } else if (before.perSecond() == 0) {
      return now.wouldShowIn(before.seconds()) ? NEW : UNDECIDED;
    } else if (now.perSecond() == 0) {
      return before.wouldShowIn(now.seconds()) ? GONE : UNDECIDED;
    } else if (now.exceeds(before)) {
      return MORE;
    }
    return before.exceeds(now) ? LESS : SAME;
  }

  /** Whether it is something that people should look at. */
  public boolean changed() {
    return this != SAME && this != UNDECIDED;
  }

  /** Whether there is more of it than before. */
  public boolean rises() {
    return this == NEW || this == MORE;
  }

  /** Whether there is less of it than before. */
  public boolean falls() {
    return this == GONE || this == LESS;
  }

  /** The word. */
  public String text(PageWords words) {
    return words.text(key);
  }

  /** The word as a value. */
  public Cell cell(PageWords words) {
    return Cell.of(text(words));
  }
}
