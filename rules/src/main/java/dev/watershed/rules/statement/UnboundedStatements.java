package dev.watershed.rules.statement;

import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.rules.fleet.FleetTables;
import dev.watershed.rules.rule.Parameter;
import dev.watershed.sql.facts.QueryBlock;
import dev.watershed.sql.facts.RowSource;
import java.util.Optional;

/** Finds statements that take every row of a table. */
final class UnboundedStatements {

  static final Parameter MIN_ROWS =
      Parameter.count("minRows", 10_000, "tables with fewer rows are not judged");

  private UnboundedStatements() {}

  /**
   * The table of which the outermost block takes every row, if it has so many.
   *
   * @return empty with a condition, a limit, a join or a grouping, and where nobody counted
   */
  static Optional<StatisticTable> table(
      FleetStatement statement, FleetTables tables, long minRows) {
    if (statement.facts().blocks().isEmpty()) {
      return Optional.empty();
    }
    QueryBlock block = statement.facts().blocks().get(0);
    boolean bounded =
        block.sources().size() != 1
            || block.conditions().anyMatch(condition -> !condition.conjuncts().isEmpty())
            || block.limit().isPresent()
            || block.aggregated()
            || block.distinct();
    return !bounded && block.sources().get(0) instanceof RowSource.Table source
        ? tables
            .find(statement.dataSet(), source.table())
            .filter(table -> FleetTables.rows(table).orElse(0) >= minRows)
        : Optional.empty();
  }
}
