package dev.watershed.analyzer.decision;

import dev.watershed.analyzer.diff.SpanDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Judges whether a decision helped. Of an advice, the statements with 20 calls and more in either
 * span count, each with its calls in the base; rows examined are compared where the model predicts
 * that they fall by a fifth, else the time of a call. Of a finding about coupling, its weight.
 */
public final class OutcomeJudge {

  private static final double LEAST_FALL = 0.2;
  private static final double HALF = 0.5;

  private OutcomeJudge() {}

  /**
   * Judges one.
   *
   * @param base the finding as the base shows it
   * @param head likewise
   * @param digests those that the base predicts something for
   */
  public static MeasuredDecision judge(
      Decision decision,
      Optional<KnownFinding> base,
      Optional<KnownFinding> head,
      List<MeasuredDigest> digests) {
    Verdict verdict;
    if (base.isEmpty()) {
      verdict = new Verdict(Outcome.UNKNOWN, "the base does not show it: nothing to compare with");
    } else if (!base.get().id().startsWith("index-")) {
      verdict = byWeight(base.get(), head);
    } else if (head.isPresent()) {
      verdict = new Verdict(Outcome.NOT_CARRIED_OUT, "the head still advises it");
    } else {
      verdict = byDigests(digests);
    }
    return new MeasuredDecision(
        decision,
        base.isPresent() ? base : head,
        weight(base),
        weight(head),
        digests,
        verdict.outcome(),
        verdict.reason());
  }

  private record Verdict(Outcome outcome, String reason) {}

  private static OptionalDouble weight(Optional<KnownFinding> finding) {
    return finding.isPresent() ? OptionalDouble.of(finding.get().weight()) : OptionalDouble.empty();
  }

  private static Verdict byWeight(KnownFinding base, Optional<KnownFinding> head) {
    if (head.isEmpty()) {
      return new Verdict(Outcome.HELPED, "the head does not show it any more");
    }
    double fall = fall(base.weight(), head.get().weight());
    return new Verdict(
        outcome(fall, 1), "its weight " + changed(fall) + "; the head still shows it");
  }

  private static Verdict byDigests(List<MeasuredDigest> all) {
    List<MeasuredDigest> digests = new ArrayList<>(all);
    digests.removeIf(
        each -> Math.min(each.base().calls(), each.head().calls()) < SpanDiff.LEAST_CALLS);
    if (digests.isEmpty()) {
      return new Verdict(
          Outcome.UNKNOWN,
          "none of its statements ran " + SpanDiff.LEAST_CALLS + " times in both spans");
    }
    double predicted =
        fall(
            sum(digests, each -> each.predicted().rowsBefore()),
            sum(digests, each -> each.predicted().rowsAfter()));
    double rows = measured(digests, MeasuredDigest.Side::rowsExaminedPerCall);
    double time = measured(digests, MeasuredDigest.Side::microsPerCall);
    boolean byRows = predicted >= LEAST_FALL;
    return new Verdict(
        byRows ? outcome(rows, predicted) : outcome(time, LEAST_FALL),
        "rows examined per call: predicted "
            + changed(predicted)
            + ", measured "
            + changed(rows)
            + "; time per call "
            + changed(time));
  }

  private static double measured(
      List<MeasuredDigest> digests, Function<MeasuredDigest.Side, OptionalDouble> figure) {
    return fall(
        sum(digests, each -> figure.apply(each.base()).orElse(0)),
        sum(digests, each -> figure.apply(each.head()).orElse(0)));
  }

  private static double sum(List<MeasuredDigest> digests, ToDoubleFunction<MeasuredDigest> each) {
    return digests.stream()
        .mapToDouble(digest -> digest.base().calls() * each.applyAsDouble(digest))
        .sum();
  }

  /** The part that is gone; negative if there is more. */
  private static double fall(double before, double after) {
    return before == 0 ? (after == 0 ? 0 : Double.NEGATIVE_INFINITY) : 1 - after / before;
  }

  private static Outcome outcome(double fall, double predicted) {
    if (fall <= -LEAST_FALL) {
      return Outcome.WORSE;
    }
    if (fall < LEAST_FALL) {
      return Outcome.NO_CHANGE;
    }
    return fall >= predicted * HALF ? Outcome.HELPED : Outcome.HELPED_IN_PART;
  }

  private static String changed(double fall) {
    if (Double.isInfinite(fall)) {
      return "up from nothing";
    }
    return String.format(
        Locale.ROOT, "%s by %.0f%%", fall < 0 ? "up" : "down", 100 * Math.abs(fall));
  }
}
