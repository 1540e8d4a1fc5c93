package dev.watershed.benchmarks.rules;

import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How many error keys two spans agree about.
 *
 * @param either keys that at least one of them has
 * @param both those of them that both have
 * @param noLoad other ones, of which the span without the key lacks the load
 */
record KeyAgreement(int either, int both, int noLoad) {

  static final KeyAgreement NONE = new KeyAgreement(0, 0, 0);

  /**
   * Of two spans.
   *
   * @param whole the month that they are of
   */
  static KeyAgreement of(SpanVerdicts first, SpanVerdicts second, SpanVerdicts whole) {
    SortedSet<String> keys = new TreeSet<>(first.errors().keySet());
    keys.addAll(second.errors().keySet());
    KeyAgreement all = NONE;
    for (String key : keys) {
      boolean inFirst = first.errors().containsKey(key);
      boolean inBoth = inFirst && second.errors().containsKey(key);
      boolean noLoad =
          !inBoth
              && VerdictDifference.of(
                          key, inFirst ? first : second, inFirst ? second : first, whole)
                      .reason()
                  == VerdictDifference.Reason.NO_LOAD;
      all = all.plus(new KeyAgreement(1, inBoth ? 1 : 0, noLoad ? 1 : 0));
    }
    return all;
  }

  KeyAgreement plus(KeyAgreement other) {
    return new KeyAgreement(either + other.either, both + other.both, noLoad + other.noLoad);
  }

  /** {@code 44 of 46, 95.65 %; of the load that both have 44 of 44, 100.00 %}. */
  String words() {
    return String.format(
        Locale.ROOT,
        "%4d of %4d, %6.2f %%; of the load that both have %4d of %4d, %6.2f %%",
        both,
        either,
        percent(both, either),
        both,
        either - noLoad,
        percent(both, either - noLoad));
  }

  private static double percent(int part, int all) {
    return all == 0 ? 100 : 100.0 * part / all;
  }
}
