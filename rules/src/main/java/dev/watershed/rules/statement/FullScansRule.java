package dev.watershed.rules.statement;

import dev.watershed.analyzer.ranking.Effort;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.rules.rule.Parameter;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.statement.StatementJudge.Fault;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.ViolationKey;
import java.util.List;
import java.util.Optional;

/**
 * Statements that scan a whole table in most of their calls, where the server says so. Does not
 * fire below a floor of calls and time, so that small tables and rare reports stay out of it.
 */
public final class FullScansRule implements Rule {

  static final Parameter FULL_SCAN_SHARE =
      Parameter.share("fullScanShare", 0.5, "the share of calls with a full scan that is too much");

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "full-scans",
          "a statement that scans a whole table in many of its calls",
          Severity.WARNING,
          List.of(FULL_SCAN_SHARE, StatementFloor.MIN_CALLS, StatementFloor.MIN_TIME_SHARE),
          FullScansRule::new);

  private final RuleSettings settings;

  FullScansRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return StatementJudge.judge(
        KIND,
        settings,
        StatementFloor.of(settings, facts),
        facts,
        (statement, key) -> fault(statement, key, facts));
  }

  private Optional<Fault> fault(FleetStatement statement, ViolationKey key, FleetFacts facts) {
    long calls = statement.figures().loggedCalls();
    long scans = statement.figures().effort().map(Effort::fullScans).orElse(0L);
    return scans > 0
            && facts.past().reaches((double) scans / calls, settings.value(FULL_SCAN_SHARE), key)
        ? Optional.of(
            new Fault(
                Saying.of(
                    "full-scans.message", "{0} of {1} calls scan a whole table", scans, calls),
                Saying.of(
                    "full-scans.remedy",
                    "An index over the columns of its conditions spares the scan; 'advise' says"
                        + " which."),
                List.of(
                    Evidence.of("fullScans", scans),
                    Evidence.of("rowsExamined", statement.figures().rowsExamined()))))
        : Optional.empty();
  }
}
