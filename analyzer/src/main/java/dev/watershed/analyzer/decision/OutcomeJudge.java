package dev.watershed.analyzer.decision;

import dev.watershed.analyzer.diff.SpanDiff;
import dev.watershed.analyzer.saying.Saying;
import java.util.ArrayList;
import java.util.List;
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
      verdict =
          new Verdict(
              Outcome.UNKNOWN,
              Saying.of("measured.no-base", "the base does not show it: nothing to compare with"));
    } else if (!base.get().id().startsWith("index-")) {
      verdict = byWeight(base.get(), head);
    } else if (head.isPresent()) {
      verdict =
          new Verdict(
              Outcome.NOT_CARRIED_OUT, Saying.of("measured.advised", "the head still advises it"));
    } else if (digests.isEmpty()) {
      verdict =
          new Verdict(
              Outcome.UNKNOWN,
              Saying.of(
                  "measured.no-statements",
                  "the advice names no statement: nothing to compare with"));
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

  private record Verdict(Outcome outcome, Saying reason) {}

  private static OptionalDouble weight(Optional<KnownFinding> finding) {
    return finding.isPresent() ? OptionalDouble.of(finding.get().weight()) : OptionalDouble.empty();
  }

  private static Verdict byWeight(KnownFinding base, Optional<KnownFinding> head) {
    if (head.isEmpty()) {
      return new Verdict(
          Outcome.HELPED, Saying.of("measured.gone", "the head does not show it any more"));
    }
    double fall = fall(base.weight(), head.get().weight());
    return new Verdict(
        outcome(fall, 1),
        Saying.of("measured.weight", "its weight {0}; the head still shows it", changed(fall)));
  }

  private static Verdict byDigests(List<MeasuredDigest> all) {
    List<MeasuredDigest> digests = new ArrayList<>(all);
    digests.removeIf(
        each -> Math.min(each.base().calls(), each.head().calls()) < SpanDiff.LEAST_CALLS);
    if (digests.isEmpty()) {
      return new Verdict(
          Outcome.UNKNOWN,
          Saying.of(
              "measured.few",
              "none of its statements ran {0} times in both spans",
              SpanDiff.LEAST_CALLS));
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
        Saying.of(
            "measured.rows",
            "rows examined per call: predicted {0}, measured {1}; time per call {2}",
            changed(predicted),
            changed(rows),
            changed(time)));
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

  private static Saying changed(double fall) {
    if (Double.isInfinite(fall)) {
      return Saying.of("measured.from-nothing", "up from nothing");
    }
    Saying percent = Saying.number(100 * Math.abs(fall), 0);
    return fall < 0
        ? Saying.of("measured.up", "up by {0}%", percent)
        : Saying.of("measured.down", "down by {0}%", percent);
  }
}
