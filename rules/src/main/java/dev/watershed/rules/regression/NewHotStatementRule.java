package dev.watershed.rules.regression;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.ComparedFleet;
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
import java.util.List;

/**
 * Statements that take much of the time and whose shape the earlier span did not have of their
 * service. Does not fire on a new list of columns of a known statement, nor without a span to
 * compare with.
 */
public final class NewHotStatementRule implements Rule {

  static final Parameter MIN_TIME_SHARE =
      Parameter.share("minTimeShare", 0.01, "less of the execution time is not hot");

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "new-hot-statement",
          "a statement that takes much of the time and did not run before",
          Severity.WARNING,
          List.of(MIN_TIME_SHARE),
          NewHotStatementRule::new);

  private final RuleSettings settings;

  NewHotStatementRule(RuleSettings settings) {
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
    ComparedFleet compared = facts.compared().get();
    Verdict.Collector found = new Verdict.Collector(KIND.name());
    for (FleetStatement statement : facts.statements()) {
      for (ViolationKey key : statement.keys(KIND.name())) {
        found.inspected();
        double share = statement.share().orElse(0);
        if (!compared.had(key)
            && facts.past().reaches(share, settings.value(MIN_TIME_SHARE), key)) {
          found.violated(violation(statement, key, share));
        }
      }
    }
    return found.verdict();
  }

  private Violation violation(FleetStatement statement, ViolationKey key, double share) {
    return Violation.seen(
        settings.severity(),
        key,
        statement.digestText(),
        key.service().isEmpty() ? List.of() : List.of(key.service()),
        Saying.of(
            "new-hot-statement.message",
            "{0} % of the execution time, and no statement of this shape before: {1}",
            Saying.number(100 * share, 1),
            statement.fingerprint()),
        Saying.of("new-hot-statement.remedy", "'explain' shows what it does and costs."),
        List.of(
            Evidence.of("timeShare", share),
            Evidence.of("calls", statement.figures().loggedCalls()),
            Evidence.of("queryTimeSeconds", statement.figures().timeMicros() / 1e6)));
  }
}
