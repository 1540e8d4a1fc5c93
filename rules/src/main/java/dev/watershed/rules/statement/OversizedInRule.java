package dev.watershed.rules.statement;

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
import dev.watershed.rules.verdict.ViolationKey;
import dev.watershed.sql.facts.Comparison;
import dev.watershed.sql.facts.Condition.Predicate;
import dev.watershed.sql.facts.Operand;
import dev.watershed.sql.facts.QueryBlock;
import dev.watershed.sql.facts.RowSource;
import dev.watershed.workload.catalog.IndexDefinition;
import java.util.List;
import java.util.Optional;

/**
 * Lists of IN with many values. No fingerprint says how many there are; where the column is a
 * unique key, a call that sends so many rows had at least as many values. Does not fire on columns
 * that are not unique, of which one value may bring many rows.
 */
public final class OversizedInRule implements Rule {

  static final Parameter MAX_VALUES =
      Parameter.count("maxValues", 500, "the values that a list may have");

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "oversized-in",
          "a statement with a long list of values",
          Severity.WARNING,
          List.of(MAX_VALUES, StatementFloor.MIN_CALLS, StatementFloor.MIN_TIME_SHARE),
          OversizedInRule::new);

  private final RuleSettings settings;

  OversizedInRule(RuleSettings settings) {
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
        (statement, key) -> fault(statement, key, tables, facts));
  }

  private Optional<Fault> fault(
      FleetStatement statement, ViolationKey key, FleetTables tables, FleetFacts facts) {
    double sent = (double) statement.figures().rowsSent() / statement.figures().loggedCalls();
    return facts.past().exceeds(sent, settings.value(MAX_VALUES), key)
            && listsUniqueKeys(statement, tables)
        ? Optional.of(
            new Fault(
                Saying.of(
                    "oversized-in.message",
                    "its list has at least the {0} values of the rows that it sends per call",
                    Evidence.plain(sent)),
                Saying.of(
                    "oversized-in.remedy",
                    "Ask in portions of some hundred values, or join a temporary table of them."),
                List.of(Evidence.of("rowsSentPerCall", sent))))
        : Optional.empty();
  }

  private static boolean listsUniqueKeys(FleetStatement statement, FleetTables tables) {
    if (statement.facts().blocks().size() != 1) {
      return false;
    }
    QueryBlock block = statement.facts().blocks().get(0);
    return block.sources().size() == 1
        && block.sources().get(0) instanceof RowSource.Table source
        && tables
            .find(statement.dataSet(), source.table())
            .map(
                table ->
                    block.where().conjuncts().stream()
                        .anyMatch(
                            condition ->
                                condition instanceof Predicate predicate
                                    && predicate.comparison() == Comparison.IN
                                    && predicate.operand() instanceof Operand.Constant
                                    && unique(
                                        table.definition().indexes(),
                                        predicate.side().column().column())))
            .orElse(false);
  }

  private static boolean unique(List<IndexDefinition> indexes, String column) {
    return indexes.stream()
        .anyMatch(
            index ->
                index.unique()
                    && index.parts().size() == 1
                    && index.parts().get(0).subject().equalsIgnoreCase(column));
  }
}
