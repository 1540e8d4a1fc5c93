package dev.watershed.rules.service;

import dev.watershed.analyzer.ranking.ServiceLoad;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.Budget;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.rules.verdict.ViolationKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Judges a figure of the load of services against what was agreed.
 *
 * @param agreed the bound
 * @param measured the figure; empty if it is not known
 * @param least whether the figure may be more than was measured
 * @param unknown why it is not known, or may be more
 * @param figure its name in evidence
 * @param percent whether people read it in per cent
 * @param message that a value is above its bound
 */
record LoadBudget(
    Function<Budget, OptionalDouble> agreed,
    Function<ServiceLoad, OptionalDouble> measured,
    Predicate<ServiceLoad> least,
    Saying unknown,
    String figure,
    boolean percent,
    BinaryOperator<Saying> message) {

  private static final double HUNDRED = 100;

  Verdict judge(RuleKind kind, RuleSettings settings, FleetFacts facts, Saying remedy) {
    Verdict.Collector found = new Verdict.Collector(kind.name());
    boolean any = false;
    for (Budget budget : facts.agreements().budgets()) {
      if (agreed.apply(budget).isPresent()) {
        any = true;
        judge(budget, kind, settings, facts, remedy, found);
      }
    }
    return any ? found.verdict() : Verdict.nothingConfigured();
  }

  private void judge(
      Budget budget,
      RuleKind kind,
      RuleSettings settings,
      FleetFacts facts,
      Saying remedy,
      Verdict.Collector found) {
    String service = budget.service();
    Optional<ServiceLoad> load = ServiceFigures.load(facts.workload(), service);
    OptionalDouble value = load.map(measured).orElse(OptionalDouble.empty());
    if (value.isEmpty()) {
      found.unknown(
          service,
          load.isEmpty()
              ? Saying.of(
                  "unjudged.service",
                  "no statement of this service in the span; does its match fit?")
              : unknown);
      return;
    }
    double bound = agreed.apply(budget).getAsDouble();
    ViolationKey key = ViolationKey.ofService(kind.name(), service);
    boolean exceeds = facts.past().exceeds(value.getAsDouble(), bound, key);
    if (!exceeds && load.filter(least).isPresent()) {
      found.unknown(service, unknown);
      return;
    }
    found.inspected();
    if (exceeds) {
      found.violated(
          Violation.seen(
              settings.severity(),
              key,
              service,
              List.of(service),
              message.apply(shown(value.getAsDouble()), shown(bound)),
              remedy,
              List.of(
                  Evidence.of(figure, value.getAsDouble()),
                  Evidence.of("budget", bound),
                  Evidence.of("calls", load.orElseThrow().figures().loggedCalls()))));
    }
  }

  private Saying shown(double value) {
    return Saying.verbatim(
        percent ? String.format(Locale.ROOT, "%.1f %%", HUNDRED * value) : Evidence.plain(value));
  }
}
