package dev.watershed.rules.regression;

import dev.watershed.analyzer.diff.ChangeKind;
import dev.watershed.analyzer.diff.DigestChange;
import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.rules.rule.Parameter;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.rules.verdict.ViolationKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Statements whose mean time rose by more than chance explains (Welch's t of 4 and more). Does not
 * fire on statements that take little of the time, nor without a span to compare with.
 */
public final class LatencyRegressionRule implements Rule {

  static final Parameter TIMES =
      new Parameter("times", 1.5, 1, Double.MAX_VALUE, false, "how many times as long is too long");
  static final Parameter MIN_TIME_SHARE =
      Parameter.share("minTimeShare", 0.005, "statements with less of the time are not judged");

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "latency-regression",
          "a statement that takes longer than before",
          Severity.WARNING,
          List.of(TIMES, MIN_TIME_SHARE),
          LatencyRegressionRule::new);

  private final RuleSettings settings;

  LatencyRegressionRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    if (facts.compared().isEmpty()) {
      return Verdict.nothingConfigured();
    }
    return HiddenShares.unknown(KIND, facts).orElseGet(() -> compared(facts));
  }

  private Verdict compared(FleetFacts facts) {
    Map<Long, DigestChange> slower = new HashMap<>();
    for (DigestChange change : facts.compared().get().changes().changes()) {
      if (change.kind() == ChangeKind.SLOWER) {
        slower.put(change.digest().digest(), change);
      }
    }
    Verdict.Collector found = new Verdict.Collector(KIND.name());
    for (FleetStatement statement : facts.statements()) {
      found.inspected();
      boolean hot = statement.share().orElse(0) >= settings.value(MIN_TIME_SHARE);
      if (hot && slower.containsKey(statement.digest())) {
        judge(statement, slower.get(statement.digest()), facts, found);
      }
    }
    return found.verdict();
  }

  private void judge(
      FleetStatement statement, DigestChange change, FleetFacts facts, Verdict.Collector found) {
    Figures before = facts.compared().orElseThrow().before(statement.digest()).orElseThrow();
    double then = (double) before.timeMicros() / before.loggedCalls();
    double now = (double) statement.figures().timeMicros() / statement.figures().loggedCalls();
    for (ViolationKey key : statement.keys(KIND.name())) {
      if (facts.past().reaches(now / then, settings.value(TIMES), key)) {
        found.violated(
            Violation.seen(
                settings.severity(),
                key,
                statement.digestText(),
                key.service().isEmpty() ? List.of() : List.of(key.service()),
                message(statement, now, then),
                Saying.of(
                    "latency-regression.remedy",
                    "'explain' shows its access path; a changed plan, grown data or a noisy"
                        + " neighbour are the usual causes."),
                evidence(statement, change, now, then)));
      }
    }
  }

  /** In microseconds; of what took no time that a server measures nobody can say how many times. */
  private static Saying message(FleetStatement statement, double now, double then) {
    return then > 0
        ? Saying.of(
            "latency-regression.message",
            "{0} times as long as before, {1} ms after {2} ms: {3}",
            Saying.number(now / then, 1),
            Evidence.plain(now / 1e3),
            Evidence.plain(then / 1e3),
            statement.fingerprint())
        : Saying.of(
            "latency-regression.message.nothing",
            "{0} ms after no time that was measured: {1}",
            Evidence.plain(now / 1e3),
            statement.fingerprint());
  }

  /** Without the standard errors where the times have no variance, so that they are infinite. */
  private static List<Evidence> evidence(
      FleetStatement statement, DigestChange change, double now, double then) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(Evidence.of("meanMillis", now / 1e3));
    evidence.add(Evidence.of("meanMillisBefore", then / 1e3));
    change.standardErrors().stream()
        .filter(Double::isFinite)
        .forEach(errors -> evidence.add(Evidence.of("standardErrors", errors)));
    evidence.add(Evidence.of("calls", statement.figures().loggedCalls()));
    return evidence;
  }
}
