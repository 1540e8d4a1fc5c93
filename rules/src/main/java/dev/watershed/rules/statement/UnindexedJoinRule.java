package dev.watershed.rules.statement;

import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.saying.Saying;
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
import dev.watershed.sql.facts.ColumnRef;
import dev.watershed.sql.facts.Comparison;
import dev.watershed.sql.facts.Condition.Predicate;
import dev.watershed.sql.facts.Operand;
import dev.watershed.sql.facts.RowSource;
import java.util.List;
import java.util.Optional;

/**
 * Joins by columns of which neither begins an index: the server compares every row of one table
 * with every row of the other, or hashes one of them. Does not fire where one side has an index,
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

  /** One side of a join. */
  private record Side(StatisticTable table, String column) {

    boolean indexed() {
      return table.definition().indexes().stream()
          .anyMatch(index -> index.parts().get(0).subject().equalsIgnoreCase(column));
    }

    String name() {
      return table.qualifiedName() + "." + column;
    }

    long rows() {
      return FleetTables.rows(table).orElse(0);
    }
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

  private Optional<Fault> fault(FleetStatement statement, FleetTables tables) {
    return statement.facts().blocks().stream()
        .flatMap(block -> block.conditions())
        .flatMap(condition -> condition.predicates())
        .flatMap(predicate -> fault(statement, predicate, tables).stream())
        .findFirst();
  }

  private Optional<Fault> fault(FleetStatement statement, Predicate predicate, FleetTables tables) {
    if (predicate.comparison() != Comparison.EQUAL
        || !(predicate.operand() instanceof Operand.Column operand)) {
      return Optional.empty();
    }
    Optional<Side> one = side(statement, predicate.side().column(), tables);
    Optional<Side> other = side(statement, operand.side().column(), tables);
    long minRows = settings.whole(MIN_ROWS);
    boolean bad =
        one.isPresent()
            && other.isPresent()
            && !one.get().indexed()
            && !other.get().indexed()
            && Math.min(one.get().rows(), other.get().rows()) >= minRows;
    return bad
        ? Optional.of(
            new Fault(
                Saying.of(
                    "unindexed-join.message",
                    "neither {0} nor {1} begins an index",
                    one.get().name(),
                    other.get().name()),
                Saying.of(
                    "unindexed-join.remedy",
                    "An index on the side with more rows lets the server look them up."),
                List.of(
                    Evidence.of("tableRows", one.get().rows()),
                    Evidence.of("otherTableRows", other.get().rows()),
                    Evidence.of("rowsExamined", statement.figures().rowsExamined()))))
        : Optional.empty();
  }

  private static Optional<Side> side(
      FleetStatement statement, ColumnRef column, FleetTables tables) {
    RowSource source = statement.facts().source(column);
    return source instanceof RowSource.Table table
        ? tables
            .find(statement.dataSet(), table.table())
            .map(found -> new Side(found, column.column()))
        : Optional.empty();
  }
}
