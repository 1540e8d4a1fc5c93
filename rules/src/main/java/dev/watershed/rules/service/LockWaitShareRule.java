package dev.watershed.rules.service;

import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.ranking.ServiceLoad;
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

/**
 * Services that wait for locks for much of their execution time. Does not fire on services that
 * take little of the time at all.
 */
public final class LockWaitShareRule implements Rule {

  static final Parameter MAX_SHARE =
      Parameter.share("maxShare", 0.2, "the part of its execution time that may be lock time");
  static final Parameter MIN_TIME_SHARE =
      Parameter.share("minTimeShare", 0.005, "services with less of the time are not judged");

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "lock-wait-share",
          "a service that waits for locks for much of its time",
          Severity.WARNING,
          List.of(MAX_SHARE, MIN_TIME_SHARE),
          LockWaitShareRule::new);

  private final RuleSettings settings;

  LockWaitShareRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    long all = facts.workload().totals().map(Figures::timeMicros).orElse(0L);
    Verdict.Collector found = new Verdict.Collector(KIND.name());
    for (ServiceLoad load : ServiceFigures.known(facts.workload())) {
      Figures figures = load.figures();
      if (figures.timeMicros() > 0
          && figures.timeMicros() >= settings.value(MIN_TIME_SHARE) * all) {
        found.inspected();
        ViolationKey key = ViolationKey.ofService(KIND.name(), load.service().name());
        double share = (double) figures.lockTimeMicros() / figures.timeMicros();
        if (facts.past().exceeds(share, settings.value(MAX_SHARE), key)) {
          found.violated(violation(load.service().name(), key, figures, share));
        }
      }
    }
    return found.verdict();
  }

  private Violation violation(String service, ViolationKey key, Figures figures, double share) {
    return Violation.seen(
        settings.severity(),
        key,
        service,
        List.of(service),
        Saying.of(
            "lock-wait-share.message",
            "{0} % of its execution time is waiting for locks",
            Saying.number(100 * share, 1)),
        Saying.of(
            "lock-wait-share.remedy",
            "'analyze --coupling' says for whose locks; shorter transactions hold them less long."),
        List.of(
            Evidence.of("lockTimeShare", share),
            Evidence.of("lockTimeSeconds", figures.lockTimeMicros() / 1e6),
            Evidence.of("queryTimeSeconds", figures.timeMicros() / 1e6)));
  }
}
