package dev.watershed.analyzer.ownership;

import dev.watershed.analyzer.ownership.TableOwner.Confidence;
import java.util.Locale;
import java.util.Optional;

/**
 * How sure it is that who writes a table owns it. A point each: 100 writes, 1,000 writes, a day
 * observed, a week observed, 95% of the writes, reads by the same service, names of other tables
 * that agree; names that disagree take one off, and so do writes that are inferred or estimated.
 * Five points are high, three medium confidence.
 *
 * @param writes calls
 * @param share of these, 0 to 1
 * @param seconds observed
 * @param reads whether the writer reads it as well
 * @param nameAgrees what the names of other tables say; empty if nothing
 * @param indirect whether the writes are inferred, or estimated by samples
 */
record ProposalScore(
    double writes,
    double share,
    double seconds,
    boolean reads,
    Optional<Boolean> nameAgrees,
    boolean indirect) {

  private static final double SOME = 100;
  private static final double MANY = 1_000;
  private static final double DAY = 86_400;
  private static final double WEEK = 7 * DAY;
  private static final double NEARLY_ALL = 0.95;
  private static final int HIGH = 5;
  private static final int MEDIUM = 3;

  int points() {
    int points = 0;
    points += writes >= SOME ? 1 : 0;
    points += writes >= MANY ? 1 : 0;
    points += seconds >= DAY ? 1 : 0;
    points += seconds >= WEEK ? 1 : 0;
    points += share >= NEARLY_ALL ? 1 : 0;
    points += reads ? 1 : 0;
    points += nameAgrees.map(agrees -> agrees ? 1 : -1).orElse(0);
    points -= indirect ? 1 : 0;
    return points;
  }

  Confidence confidence() {
    int points = points();
    return points >= HIGH ? Confidence.HIGH : points >= MEDIUM ? Confidence.MEDIUM : Confidence.LOW;
  }

  /** The figures in words. */
  String words() {
    return String.format(Locale.ROOT, "%.0f%% of %,.0f writes", share * 100, writes)
        + (reads ? ", reads it too" : "");
  }
}
