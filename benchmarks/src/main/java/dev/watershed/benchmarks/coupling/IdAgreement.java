package dev.watershed.benchmarks.coupling;

import java.util.Collection;
import java.util.Locale;

/**
 * How many findings of one week another one has under the same id.
 *
 * @param of the findings of the first week
 * @param kept those of them that the second one has
 * @param gone those that it lacks since it lacks their load: all statements by which a service
 *     takes part, or a writer of a table
 * @param rare other ones that it lacks, and that the first saw fewer than five times
 */
record IdAgreement(int of, int kept, int gone, int rare) {

  static final IdAgreement NONE = new IdAgreement(0, 0, 0, 0);
  private static final double RARE = 5;

  static IdAgreement of(SpanFindings first, SpanFindings second, Collection<String> ids) {
    IdAgreement all = NONE;
    for (String id : ids) {
      boolean kept = second.findings().containsKey(id);
      boolean gone = !kept && gone(first.findings().get(id), second);
      boolean rare = !kept && !gone && rare(first.findings().get(id));
      all = all.plus(new IdAgreement(1, kept ? 1 : 0, gone ? 1 : 0, rare ? 1 : 0));
    }
    return all;
  }

  static boolean gone(SpanFindings.Found found, SpanFindings other) {
    return found.without(other);
  }

  static boolean rare(SpanFindings.Found found) {
    return found.times() < RARE;
  }

  IdAgreement plus(IdAgreement other) {
    return new IdAgreement(of + other.of, kept + other.kept, gone + other.gone, rare + other.rare);
  }

  /** Those that the second week has the load of and lacks. */
  int turned() {
    return of - kept - gone - rare;
  }

  /** {@code 51 of 52, 98.08 %}, and why the others are missing. */
  String words() {
    return String.format(
        Locale.ROOT,
        "%4d of %4d, %6.2f %%; of the load that both have %6.2f %%; load gone %d, rare %d, turned"
            + " %d",
        kept,
        of,
        percent(kept, of),
        percent(kept, of - gone),
        gone,
        rare,
        turned());
  }

  private static double percent(int part, int whole) {
    return whole == 0 ? 100 : 100.0 * part / whole;
  }
}
