package dev.watershed.rules.statement;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.rules.fleet.FleetTables;
import dev.watershed.rules.rule.Parameter;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.statement.ColumnJoins.Join;
import dev.watershed.rules.statement.StatementJudge.Fault;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Joins by columns of which no index helps on either side: the server compares every row of one
 * table with every row of the other, or hashes one of them. Does not fire where an index on either
 * side begins with a column of the join, or with columns that are compared for equality besides,
 * nor on small tables.
 */
public final class UnindexedJoinRule implements Rule {

  static final Parameter MIN_ROWS =
      Parameter.count("minRows", 1_000, "joins with a smaller table on either side are not judged");

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "unindexed-join",
          "a join by columns that begin no index on either side",
          Severity.WARNING,
          List.of(MIN_ROWS, StatementFloor.MIN_CALLS, StatementFloor.MIN_TIME_SHARE),
          UnindexedJoinRule::new);

  private final RuleSettings settings;

  UnindexedJoinRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    FleetTables tables = FleetTables.of(facts);
    return StatementJudge.judge(
        KIND,
        settings,
        StatementFloor.of(settings, facts),
        facts,
        (statement, key) -> fault(statement, tables));
  }

  /** Of two tables that are joined by several columns, one with an index is enough. */
  private Optional<Fault> fault(FleetStatement statement, FleetTables tables) {
    return statement.facts().blocks().stream()
        .flatMap(block -> ColumnJoins.of(statement, block, tables).stream())
        .filter(joins -> joins.stream().noneMatch(Join::indexed))
        .map(joins -> joins.get(0))
        .filter(join -> join.fewestRows() >= settings.whole(MIN_ROWS))
        .map(join -> fault(statement, join))
        .findFirst();
  }

  private static Fault fault(FleetStatement statement, Join join) {
    return new Fault(
        Saying.of(
            "unindexed-join.message",
            "neither {0} nor {1} begins an index",
            join.one().name(),
            join.other().name()),
        Saying.of(
            "unindexed-join.remedy",
            "An index on the side with more rows lets the server look them up."),
        List.of(
            Evidence.of("tableRows", join.one().rows()),
            Evidence.of("otherTableRows", join.other().rows()),
            Evidence.of("rowsExamined", statement.figures().rowsExamined())));
  }
}
