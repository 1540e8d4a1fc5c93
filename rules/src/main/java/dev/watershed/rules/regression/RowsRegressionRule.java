package dev.watershed.rules.regression;

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
import java.util.List;

/**
 * Statements that examine many more rows per call than before: a lost index, a changed plan, or
 * data that grew. Does not fire on few rows, on few calls on either side, nor without a span to
 * compare with.
 */
public final class RowsRegressionRule implements Rule {

  static final Parameter TIMES =
      new Parameter("times", 3, 1, Double.MAX_VALUE, false, "how many times as many are too many");
  static final Parameter MIN_ROWS =
      Parameter.count("minRowsPerCall", 100, "fewer rows per call are not judged");
  static final Parameter MIN_CALLS =
      Parameter.count("minCalls", 20, "statements with fewer calls in a span are not judged");
  static final Parameter MIN_TIME_SHARE =
      Parameter.share("minTimeShare", 0.001, "statements with less of the time are not judged");

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "rows-regression",
          "a statement that examines many more rows per call than before",
          Severity.WARNING,
          List.of(TIMES, MIN_ROWS, MIN_CALLS, MIN_TIME_SHARE),
          RowsRegressionRule::new);

  private final RuleSettings settings;

  RowsRegressionRule(RuleSettings settings) {
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
    Verdict.Collector found = new Verdict.Collector(KIND.name());
    for (FleetStatement statement : facts.statements()) {
      found.inspected();
      facts
          .compared()
          .get()
          .before(statement.digest())
          .ifPresent(before -> judge(statement, before, facts, found));
    }
    return found.verdict();
  }

  private void judge(
      FleetStatement statement, Figures before, FleetFacts facts, Verdict.Collector found) {
    Figures figures = statement.figures();
    long calls = Math.min(before.loggedCalls(), figures.loggedCalls());
    double then = (double) before.rowsExamined() / before.loggedCalls();
    double now = (double) figures.rowsExamined() / figures.loggedCalls();
    if (calls < settings.whole(MIN_CALLS)
        || now < settings.whole(MIN_ROWS)
        || statement.share().orElse(0) < settings.value(MIN_TIME_SHARE)) {
      return;
    }
    for (ViolationKey key : statement.keys(KIND.name())) {
      if (facts.past().reaches(now / Math.max(1, then), settings.value(TIMES), key)) {
        found.violated(
            Violation.seen(
                settings.severity(),
                key,
                statement.digestText(),
                key.service().isEmpty() ? List.of() : List.of(key.service()),
                Saying.of(
                    "rows-regression.message",
                    "{0} rows examined per call, {1} before: {2}",
                    Evidence.plain(now),
                    Evidence.plain(then),
                    statement.fingerprint()),
                Saying.of(
                    "rows-regression.remedy",
                    "Compare the plans; look for a dropped index or old statistics."),
                List.of(
                    Evidence.of("rowsExaminedPerCall", now),
                    Evidence.of("rowsExaminedPerCallBefore", then),
                    Evidence.of("calls", figures.loggedCalls()))));
      }
    }
  }
}
