package dev.watershed.rules.statement;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.statement.StatementJudge.Fault;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.sql.facts.ColumnRef;
import dev.watershed.sql.facts.ColumnSide;
import dev.watershed.sql.facts.Condition.Predicate;
import dev.watershed.sql.facts.Operand;
import dev.watershed.sql.facts.RowSource;
import java.util.List;
import java.util.Optional;

/**
 * Joins by columns of different types, character sets or collations: one of them is converted for
 * every row, and its index is of no use. Does not fire on types that compare without a conversion,
 * such as INT and BIGINT.
 */
public final class JoinTypesRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "join-types",
          "a join by columns of different types or collations",
          Severity.WARNING,
          List.of(StatementFloor.MIN_CALLS, StatementFloor.MIN_TIME_SHARE),
          JoinTypesRule::new);

  private final RuleSettings settings;

  JoinTypesRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return StatementJudge.judge(
        KIND,
        settings,
        StatementFloor.of(settings, facts),
        facts,
        (statement, key) -> fault(statement));
  }

  private static Optional<Fault> fault(FleetStatement statement) {
    return statement.facts().blocks().stream()
        .flatMap(block -> block.conditions())
        .flatMap(condition -> condition.predicates())
        .flatMap(predicate -> fault(statement, predicate).stream())
        .findFirst();
  }

  private static Optional<Fault> fault(FleetStatement statement, Predicate predicate) {
    if (!(predicate.operand() instanceof Operand.Column operand)) {
      return Optional.empty();
    }
    ColumnSide one = predicate.side();
    ColumnSide other = operand.side();
    return one.conversion().isPresent() || other.conversion().isPresent()
        ? Optional.of(
            new Fault(
                Saying.of(
                    "join-types.message",
                    "{0} and {1} differ in type or collation",
                    name(statement, one.column()),
                    name(statement, other.column())),
                Saying.of(
                    "join-types.remedy", "Give both the same type, character set and collation."),
                List.of(Evidence.of("rowsExamined", statement.figures().rowsExamined()))))
        : Optional.empty();
  }

  private static String name(FleetStatement statement, ColumnRef column) {
    RowSource source = statement.facts().source(column);
    return source instanceof RowSource.Table table
        ? table.table().qualifiedName() + "." + column.column()
        : source.alias() + "." + column.column();
  }
}
