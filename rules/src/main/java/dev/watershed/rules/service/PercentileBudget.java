package dev.watershed.rules.service;

import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.ranking.Percentiles;
import dev.watershed.analyzer.ranking.Visibility;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.Budget;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.rule.Parameter;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.rules.verdict.ViolationKey;
import dev.watershed.workload.LatencyBuckets;
import dev.watershed.workload.LatencyHistogram;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Judges a percentile of services against what was agreed. What cannot be known is no pass: a log
 * with a threshold has no percentiles, and few calls have none worth the name. A log that seems to
 * hide fast statements shows a percentile that is too high: within the budget it passes, above it
 * nothing is claimed.
 *
 * @param percent such as 95
 * @param minCalls services with fewer are not judged
 * @param agreed the bound in milliseconds
 * @param measured the percentile in microseconds
 */
record PercentileBudget(
    int percent,
    Parameter minCalls,
    Function<Budget, OptionalDouble> agreed,
    ToDoubleFunction<Percentiles> measured) {

  private static final double MICROS_PER_MILLI = 1_000;
  private static final double PERCENT = 100;

  Verdict judge(RuleKind kind, RuleSettings settings, FleetFacts facts) {
    List<Budget> budgets =
        facts.agreements().budgets().stream()
            .filter(budget -> agreed.apply(budget).isPresent())
            .toList();
    if (budgets.isEmpty()) {
      return Verdict.nothingConfigured();
    }
    Verdict.Collector found = new Verdict.Collector(kind.name());
    for (Budget budget : budgets) {
      double bound = agreed.apply(budget).getAsDouble();
      ViolationKey key = ViolationKey.ofService(kind.name(), budget.service());
      Optional<Figures> figures = ServiceFigures.of(facts.workload(), budget.service());
      boolean over = facts.past().exceeds(millis(figures), bound, key);
      Optional<Saying> unknown =
          unknown(figures, over, facts.workload().quality().visibility(), settings.whole(minCalls));
      if (unknown.isPresent()) {
        found.unknown(budget.service(), unknown.get());
      } else {
        found.inspected();
        if (over) {
          found.violated(violation(settings, budget.service(), key, bound, figures.orElseThrow()));
        }
      }
    }
    return found.verdict();
  }

  private static Optional<Saying> unknown(
      Optional<Figures> figures, boolean over, Visibility visibility, long minCalls) {
    if (figures.isEmpty()) {
      return Optional.of(
          Saying.of(
              "unjudged.service", "no statement of this service in the span; does its match fit?"));
    }
    if (visibility.hidesFastExecutions()) {
      return Optional.of(
          Saying.of(
              "unjudged.percentiles",
              "long_query_time hides fast statements: percentiles are unknown"));
    }
    if (figures.get().percentiles().isEmpty()) {
      return Optional.of(
          Saying.of("unjudged.times", "no execution times: percentiles are unknown"));
    }
    if (figures.get().loggedCalls() < minCalls) {
      return Optional.of(
          Saying.of(
              "unjudged.few",
              "{0} calls in the span; {1} are needed",
              figures.get().loggedCalls(),
              minCalls));
    }
    return over && visibility.suggestsThreshold()
        ? Optional.of(
            Saying.of(
                "unjudged.threshold",
                "above the budget, but fast statements are probably missing: say"
                    + " longQueryTimeSeconds"))
        : Optional.empty();
  }

  /** The error budget is the share of statements that may be slower; it may be spent many times. */
  private Violation violation(
      RuleSettings settings, String service, ViolationKey key, double bound, Figures figures) {
    double millis = millis(Optional.of(figures));
    double slower = slowerShare(figures.histogram(), bound * MICROS_PER_MILLI);
    double mayBeSlower = 1 - percent / PERCENT;
    return Violation.seen(
        settings.severity(),
        key,
        service,
        List.of(service),
        Saying.of(
            "budget-percentile.message",
            "p{0} of {1} ms is above the budget of {2} ms",
            percent,
            Evidence.plain(millis),
            Evidence.plain(bound)),
        Saying.of(
            "budget-percentile.remedy",
            "'analyze' ranks the statements of the service; 'advise' names indexes that spare their"
                + " time."),
        List.of(
            Evidence.of("p" + percent + "Millis", millis),
            Evidence.of("budgetP" + percent + "Millis", bound),
            Evidence.of("slowerShare", slower),
            Evidence.of("errorBudgetSpent", slower / mayBeSlower),
            Evidence.of("calls", figures.loggedCalls()),
            Evidence.of("queryTimeSeconds", figures.timeMicros() / 1e6)));
  }

  private double millis(Optional<Figures> figures) {
    return figures
        .flatMap(Figures::percentiles)
        .map(found -> measured.applyAsDouble(found) / MICROS_PER_MILLI)
        .orElse(0.0);
  }

  private static double slowerShare(LatencyHistogram histogram, double micros) {
    long[] slower = {0};
    histogram.forEachBucket(
        (bucket, count) -> slower[0] += LatencyBuckets.lowerMicros(bucket) >= micros ? count : 0);
    return histogram.count() == 0 ? 0 : (double) slower[0] / histogram.count();
  }
}
