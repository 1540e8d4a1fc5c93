package dev.watershed.rules.statement;

import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.rules.fleet.FleetTables;
import dev.watershed.rules.rule.Parameter;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.statement.StatementJudge.Fault;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.sql.StatementKind;
import dev.watershed.sql.facts.QueryBlock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Judges statements whose outermost block takes every row of a table.
 *
 * @param judged of these kinds
 * @param minCalls statements with fewer are not judged
 * @param message what they do with so many rows of a table
 * @param remedy the way out
 */
record UnboundedStatements(
    Set<StatementKind> judged,
    Parameter minCalls,
    BiFunction<Saying, String, Saying> message,
    Saying remedy) {

  static final Parameter MIN_ROWS =
      Parameter.count("minRows", 10_000, "tables with fewer rows are not judged");

  UnboundedStatements {
    judged = Set.copyOf(judged);
  }

  Verdict judge(RuleKind kind, RuleSettings settings, FleetFacts facts) {
    FleetTables tables = FleetTables.of(facts);
    return StatementJudge.judge(
        kind,
        settings,
        new StatementFloor(settings.whole(minCalls), 0, 0),
        facts,
        (statement, key) ->
            table(statement, tables)
                .filter(table -> rows(table) >= settings.whole(MIN_ROWS))
                .map(table -> fault(statement, table)));
  }

  private Optional<StatisticTable> table(FleetStatement statement, FleetTables tables) {
    return judged.contains(statement.facts().kind())
        ? statement.facts().blocks().stream()
            .findFirst()
            .flatMap(QueryBlock::wholeTable)
            .flatMap(table -> tables.find(statement.dataSet(), table))
        : Optional.empty();
  }

  private Fault fault(FleetStatement statement, StatisticTable table) {
    return new Fault(
        message.apply(Saying.grouped(rows(table)), table.qualifiedName()),
        remedy,
        List.of(
            Evidence.of("tableRows", rows(table)),
            Evidence.of("rowsExamined", statement.figures().rowsExamined())));
  }

  /** 0 where nobody counted. */
  private static long rows(StatisticTable table) {
    return FleetTables.rows(table).orElse(0);
  }
}
