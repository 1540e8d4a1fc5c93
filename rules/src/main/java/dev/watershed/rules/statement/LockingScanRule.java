package dev.watershed.rules.statement;

import dev.watershed.analyzer.ranking.Effort;
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
import dev.watershed.sql.StatementKind;
import dev.watershed.sql.facts.QueryBlock;
import java.util.List;
import java.util.Optional;

/**
 * SELECT … FOR UPDATE or FOR SHARE that locks many rows: every row that it examines, under
 * REPEATABLE READ (MySQL manual, "Locks Set by Different SQL Statements in InnoDB"). Does not fire
 * on locking reads that find their rows by an index.
 */
public final class LockingScanRule implements Rule {

  static final Parameter LOCKED_ROWS =
      Parameter.count("lockedRowsPerCall", 100, "the rows examined per call that are too many");
  static final Parameter MIN_CALLS =
      Parameter.count("minCalls", 5, "statements with fewer calls in the span are not judged");

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "locking-scan",
          "a locking read that locks many rows",
          Severity.ERROR,
          List.of(LOCKED_ROWS, MIN_CALLS),
          LockingScanRule::new);

  private final RuleSettings settings;

  LockingScanRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return StatementJudge.judge(
        KIND,
        settings,
        new StatementFloor(settings.whole(MIN_CALLS), 0, 0),
        facts,
        (statement, key) -> fault(statement, key, facts));
  }

  private Optional<Fault> fault(FleetStatement statement, ViolationKey key, FleetFacts facts) {
    Figures figures = statement.figures();
    boolean locks =
        statement.facts().kind() == StatementKind.SELECT
            && statement.facts().blocks().stream().anyMatch(QueryBlock::locking);
    double rows = (double) figures.rowsExamined() / figures.loggedCalls();
    return locks && facts.past().reaches(rows, settings.value(LOCKED_ROWS), key)
        ? Optional.of(
            new Fault(
                Saying.of(
                    "locking-scan.message",
                    "{0} rows are examined and locked per call",
                    Evidence.plain(rows)),
                Saying.of(
                    "locking-scan.remedy",
                    "Find the rows by an index, or lock them by their keys in a second statement."),
                List.of(
                    Evidence.of("rowsExaminedPerCall", rows),
                    Evidence.of("fullScans", figures.effort().map(Effort::fullScans).orElse(0L)),
                    Evidence.of("lockTimeSeconds", figures.lockTimeMicros() / 1e6))))
        : Optional.empty();
  }
}
