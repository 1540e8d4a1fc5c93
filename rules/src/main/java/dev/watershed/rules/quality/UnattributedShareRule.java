package dev.watershed.rules.quality;

import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.rule.Parameter;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.rules.verdict.ViolationKey;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The share of the execution time that no service claims. Does not fire up to the bound; what every
 * other finding rests on is not known well enough above it.
 */
public final class UnattributedShareRule implements Rule {

  static final Parameter MAX_SHARE =
      Parameter.share("maxShare", 0.1, "the share of the execution time that may be nobody's");

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "unattributed-share",
          "a share of the execution time that no service claims above the bound",
          Severity.WARNING,
          List.of(MAX_SHARE),
          UnattributedShareRule::new);

  private static final String FLEET = "fleet";

  private final RuleSettings settings;

  UnattributedShareRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    OptionalDouble share = facts.workload().quality().unattributedShare();
    if (share.isEmpty()) {
      return Verdict.unknown(
          KIND.name(), FLEET, Saying.of("unjudged.time", "no execution time in the span"));
    }
    Verdict.Collector found = new Verdict.Collector(KIND.name());
    found.inspected();
    double maxShare = settings.value(MAX_SHARE);
    ViolationKey key = ViolationKey.ofFleet(KIND.name());
    if (facts.past().exceeds(share.getAsDouble(), maxShare, key)) {
      found.violated(violation(facts, share.getAsDouble(), maxShare, key));
    }
    return found.verdict();
  }

  private Violation violation(FleetFacts facts, double share, double maxShare, ViolationKey key) {
    return Violation.seen(
        settings.severity(),
        key,
        FLEET,
        List.of(),
        Saying.of(
            "unattributed-share.message",
            "{0} % of the execution time is of no service; at most {1} % may be",
            Saying.number(share * 100, 1),
            Saying.number(maxShare * 100, 1)),
        Saying.of(
            "unattributed-share.remedy",
            "'analyze --group-by account' shows the accounts; services[].match claims them."),
        List.of(
            Evidence.of("unattributedShare", share),
            Evidence.of("maxShare", maxShare),
            Evidence.of(
                "queryTimeSeconds",
                facts.workload().totals().map(Figures::timeMicros).orElse(0L) / 1e6)));
  }
}
