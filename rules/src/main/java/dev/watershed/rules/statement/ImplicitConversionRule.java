package dev.watershed.rules.statement;

import dev.watershed.analyzer.index.RewriteAdvice.Reason;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.sql.facts.Condition;
import dev.watershed.sql.facts.Operand;
import dev.watershed.sql.facts.QueryBlock;
import java.util.List;
import java.util.Set;

/**
 * Comparisons of a text with a number, which no index serves. Does not fire on conversions of
 * constants.
 */
public final class ImplicitConversionRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "implicit-conversion",
          "a statement that compares a text with a number",
          Severity.WARNING,
          List.of(StatementFloor.MIN_CALLS, StatementFloor.MIN_TIME_SHARE),
          ImplicitConversionRule::new);

  private final RuleSettings settings;

  ImplicitConversionRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return RewriteJudge.judge(
        KIND,
        settings,
        facts,
        Set.of(Reason.IMPLICIT_CONVERSION),
        column ->
            Saying.of(
                "implicit-conversion.message", "every row is converted to compare {0}", column),
        ImplicitConversionRule::comparesWithValues);
  }

  /** Columns that are converted for a join are the matter of {@code join-types}. */
  private static boolean comparesWithValues(FleetStatement statement) {
    return statement.facts().blocks().stream()
        .flatMap(QueryBlock::conditions)
        .flatMap(Condition::predicates)
        .noneMatch(
            predicate ->
                predicate.operand() instanceof Operand.Column
                    && predicate.side().conversion().isPresent());
  }
}
