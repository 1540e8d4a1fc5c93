package dev.watershed.reports;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks at a source that failed, so that a window lacks them.
 *
 * @param count how many
 * @param reasons why, each once; the first ones of many
 */
public record MissedLooks(long count, List<String> reasons) {

  /** Every look was made. */
  public static final MissedLooks NONE = new MissedLooks(0, List.of());

  private static final int MOST_REASONS = 10;

  public MissedLooks {
    reasons = List.copyOf(reasons);
    if (count < 0 || count == 0 && !reasons.isEmpty()) {
      throw new IllegalArgumentException(count + " looks missed for " + reasons);
    }
  }

  /** These and others. */
  public MissedLooks and(long others, List<String> theirReasons) {
    if (others == 0) {
      return this;
    }
    List<String> all = new ArrayList<>(reasons);
    theirReasons.stream()
        .filter(reason -> !all.contains(reason))
        .limit(MOST_REASONS - all.size())
        .forEach(all::add);
    return new MissedLooks(count + others, all);
  }
}
