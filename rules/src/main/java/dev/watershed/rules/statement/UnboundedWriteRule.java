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
 * UPDATE and DELETE without WHERE and LIMIT on tables with many rows: one transaction locks all of
 * them. Does not fire on small tables, and not on tables that nobody counted.
 */
public final class UnboundedWriteRule implements Rule {

  static final Parameter MIN_CALLS =
      Parameter.count("minCalls", 1, "statements with fewer calls in the span are not judged");

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "unbounded-write",
          "an UPDATE or DELETE without a condition on a large table",
          Severity.ERROR,
          List.of(UnboundedStatements.MIN_ROWS, MIN_CALLS),
          UnboundedWriteRule::new);

  private static final UnboundedStatements STATEMENTS =
      new UnboundedStatements(
          Set.of(StatementKind.UPDATE, StatementKind.DELETE),
          MIN_CALLS,
          (rows, table) ->
              Saying.of(
                  "unbounded-write.message",
                  "changes every one of the about {0} rows of {1}",
                  rows,
                  table),
          Saying.of(
              "unbounded-write.remedy",
              "Write in batches by ranges of the primary key, with a condition and a limit."));

  private final RuleSettings settings;

  UnboundedWriteRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return STATEMENTS.judge(KIND, settings, facts);
  }
}
