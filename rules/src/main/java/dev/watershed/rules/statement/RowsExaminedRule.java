package dev.watershed.rules.statement;

import dev.watershed.analyzer.ranking.Figures;
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
 * Statements that examine many rows per row sent; per call, where none is sent. Does not fire on
 * aggregates without a reason to doubt them: one row of a count is made of many, by intent; they
 * are judged by time and by {@code full-scans}.
 */
public final class RowsExaminedRule implements Rule {

  static final Parameter EXAMINED_PER_SENT =
      new Parameter(
          "examinedPerSent",
          1_000,
          1,
          Double.MAX_VALUE,
          false,
          "the rows examined per row sent (per call, where none is sent) that are too many");

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "rows-examined",
          "a statement that examines many rows per row sent",
          Severity.WARNING,
          List.of(EXAMINED_PER_SENT, StatementFloor.MIN_CALLS, StatementFloor.MIN_TIME_SHARE),
          RowsExaminedRule::new);

  private final RuleSettings settings;

  RowsExaminedRule(RuleSettings settings) {
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
    Figures figures = statement.figures();
    double ratio = figures.examinedPerSent().orElse(0);
    boolean aggregated =
        statement.facts().blocks().stream()
            .anyMatch(block -> block.parent().isEmpty() && block.aggregated());
    return !aggregated && facts.past().reaches(ratio, settings.value(EXAMINED_PER_SENT), key)
        ? Optional.of(
            new Fault(
                figures.rowsSent() > 0
                    ? Saying.of(
                        "rows-examined.sent",
                        "{0} rows examined per row sent",
                        Evidence.plain(ratio))
                    : Saying.of(
                        "rows-examined.none",
                        "{0} rows examined per call, and none sent",
                        Evidence.plain(ratio)),
                Saying.of(
                    "rows-examined.remedy",
                    "A condition that an index can answer, or an index for the conditions there"
                        + " are, spares the rows."),
                List.of(
                    Evidence.of("rowsExamined", figures.rowsExamined()),
                    Evidence.of("rowsSent", figures.rowsSent()),
                    Evidence.of("examinedPerSent", ratio))))
        : Optional.empty();
  }
}
