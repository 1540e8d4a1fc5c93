package dev.watershed.rules.statement;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.rule.Parameter;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.sql.StatementKind;
import java.util.List;
import java.util.Set;

/**
 * SELECT without WHERE, LIMIT and grouping on tables with many rows. Does not fire on counts and
 * other aggregates, on small tables, nor on what ran a few times only, such as exports.
 */
public final class UnboundedReadRule implements Rule {

  static final Parameter MIN_CALLS =
      Parameter.count("minCalls", 20, "statements with fewer calls in the span are not judged");

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "unbounded-read",
          "a SELECT of every row of a large table",
          Severity.WARNING,
          List.of(UnboundedStatements.MIN_ROWS, MIN_CALLS),
          UnboundedReadRule::new);

  private static final UnboundedStatements STATEMENTS =
      new UnboundedStatements(
          Set.of(StatementKind.SELECT),
          MIN_CALLS,
          (rows, table) ->
              Saying.of(
                  "unbounded-read.message",
                  "reads every one of the about {0} rows of {1}",
                  rows,
                  table),
          Saying.of(
              "unbounded-read.remedy",
              "Read pages by ranges of the primary key, or state a limit."));

  private final RuleSettings settings;

  UnboundedReadRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return STATEMENTS.judge(KIND, settings, facts);
  }
}
