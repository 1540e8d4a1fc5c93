package dev.watershed.rules.service;

import dev.watershed.analyzer.neighbour.LoudService;
import dev.watershed.analyzer.neighbour.SlowedService;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.rules.verdict.ViolationKey;
import java.util.List;

/**
 * Services that take most of a server for a while, during which others take longer for the same
 * work. Where that others were slower is not shown, it is worth knowing only: severity info. Does
 * not fire on services that are alone at night.
 */
public final class NoisyNeighbourRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "noisy-neighbour",
          "a service during whose peaks others on the server are slower",
          Severity.WARNING,
          List.of(),
          NoisyNeighbourRule::new);

  private final RuleSettings settings;

  NoisyNeighbourRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    if (facts.use().isEmpty()) {
      return Verdict.unknown(
          KIND.name(),
          "fleet",
          Saying.of("unjudged.minutes", "nobody saw in which minutes statements ran"));
    }
    Verdict.Collector found = new Verdict.Collector(KIND.name());
    ServiceFigures.known(facts.workload()).forEach(each -> found.inspected());
    for (LoudService loud : facts.use().get().loud()) {
      found.violated(loud.noisy() ? noisy(loud) : taker(loud));
    }
    return found.verdict();
  }

  private Violation noisy(LoudService loud) {
    SlowedService most = loud.slowed().get(0);
    return violation(
        loud,
        settings.severity(),
        Saying.of(
            "noisy-neighbour.slower",
            "; {0} is then {1} times as slow, of {2} services that are slower",
            most.service(),
            Saying.number(most.timesSlower(), 1),
            loud.slowed().size()),
        Saying.of(
            "noisy-neighbour.remedy",
            "'plan' says where it could go; a job can go to the night or to a replica."));
  }

  private Violation taker(LoudService loud) {
    return violation(
        loud,
        Severity.INFO,
        Saying.of("noisy-neighbour.alone", "; that others were slower for it is not shown"),
        Saying.of(
            "noisy-neighbour.nothing",
            "Nothing has to be done; 'analyze --neighbours' shows what is known."));
  }

  private static Violation violation(
      LoudService loud, Severity severity, Saying others, Saying remedy) {
    return Violation.seen(
        severity,
        new ViolationKey(KIND.name(), loud.service(), "", loud.server()),
        loud.service() + " on " + loud.server(),
        List.of(loud.service()),
        Saying.of(
            "noisy-neighbour.message",
            "takes {0} % of {1} in {2} slots of {3} min{4}",
            Saying.number(100 * loud.loudShare(), 1),
            loud.server(),
            loud.loud(),
            loud.width().toMinutes(),
            others),
        remedy,
        List.of(
            Evidence.of("loudSlots", loud.loud()),
            Evidence.of("loudShare", loud.loudShare()),
            Evidence.of("usualShare", loud.usualShare()),
            Evidence.of("slowedServices", loud.slowed().size())));
  }
}
