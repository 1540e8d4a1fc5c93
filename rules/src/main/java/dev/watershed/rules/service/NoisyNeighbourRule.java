package dev.watershed.rules.service;

import dev.watershed.analyzer.neighbour.NoisyNeighbour;
import dev.watershed.analyzer.neighbour.SlowedService;
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
import java.util.Locale;

/**
 * Services that take most of a server for a while, during which others are slower. Does not fire
 * where nobody was slower, nor where it cannot be told.
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
      return Verdict.unknown(KIND.name(), "fleet", "nobody saw in which minutes statements ran");
    }
    Verdict.Collector found = new Verdict.Collector(KIND.name());
    ServiceFigures.known(facts.workload()).forEach(each -> found.inspected());
    for (NoisyNeighbour neighbour : facts.use().get().neighbours()) {
      if (!neighbour.slowed().isEmpty()) {
        found.violated(violation(neighbour));
      }
    }
    return found.verdict();
  }

  private Violation violation(NoisyNeighbour neighbour) {
    SlowedService most = neighbour.slowed().get(0);
    return Violation.seen(
        settings.severity(),
        new ViolationKey(KIND.name(), neighbour.service(), "", neighbour.server()),
        neighbour.service() + " on " + neighbour.server(),
        List.of(neighbour.service()),
        String.format(
            Locale.ROOT,
            "takes %.1f %% of %s in %d slots of %d min; %s is then %.1f times as slow, of %d"
                + " services that are slower",
            100 * neighbour.loudShare(),
            neighbour.server(),
            neighbour.loud(),
            neighbour.width().toMinutes(),
            most.service(),
            most.timesSlower(),
            neighbour.slowed().size()),
        "'plan' says where it could go; a job can go to the night or to a replica.",
        List.of(
            Evidence.of("loudSlots", neighbour.loud()),
            Evidence.of("loudShare", neighbour.loudShare()),
            Evidence.of("slowedServices", neighbour.slowed().size()),
            Evidence.of("timesSlower", most.timesSlower()),
            Evidence.of("probability", most.probability())));
  }
}
