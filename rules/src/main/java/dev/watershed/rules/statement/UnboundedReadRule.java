package dev.watershed.rules.statement;

import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.rules.fleet.FleetTables;
import dev.watershed.rules.rule.Parameter;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.statement.StatementJudge.Fault;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.sql.StatementKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

  private static final Set<StatementKind> JUDGED = Set.of(StatementKind.SELECT);

  private final RuleSettings settings;

  UnboundedReadRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    FleetTables tables = FleetTables.of(facts);
    return StatementJudge.judge(
        KIND,
        settings,
        new StatementFloor(settings.whole(MIN_CALLS), 0, 0),
        facts,
        (statement, key) -> fault(statement, tables));
  }

  private Optional<Fault> fault(FleetStatement statement, FleetTables tables) {
    if (!JUDGED.contains(statement.facts().kind())) {
      return Optional.empty();
    }
    long minRows = settings.whole(UnboundedStatements.MIN_ROWS);
    return UnboundedStatements.table(statement, tables, minRows)
        .map(table -> fault(statement, table));
  }

  private static Fault fault(FleetStatement statement, StatisticTable table) {
    long rows = FleetTables.rows(table).orElse(0);
    return new Fault(
        String.format(
            Locale.ROOT,
            "reads every one of the about %,d rows of %s",
            rows,
            table.qualifiedName()),
        "Read pages by ranges of the primary key, or state a limit.",
        List.of(
            Evidence.of("tableRows", rows),
            Evidence.of("rowsExamined", statement.figures().rowsExamined())));
  }
}
