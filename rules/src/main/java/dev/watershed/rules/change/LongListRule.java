package dev.watershed.rules.change;

import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.ProposedChange;
import dev.watershed.rules.rule.Parameter;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.sql.facts.Comparison;
import dev.watershed.sql.facts.Condition;
import dev.watershed.sql.facts.Condition.Predicate;
import dev.watershed.sql.facts.Operand;
import dev.watershed.sql.facts.QueryBlock;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lists of IN with many values, as they are written. Does not fire on placeholders, of which nobody
 * knows how many there will be.
 */
public final class LongListRule implements Rule {

  static final Parameter MAX_VALUES =
      Parameter.count("maxValues", 500, "the values that a list may have");

  /** What configurations know of it. */
  public static final RuleKind KIND =
      RuleKind.ofChange(
          "long-list",
          "a new statement with a long list of values",
          Severity.WARNING,
          List.of(MAX_VALUES),
          LongListRule::new);

  private final RuleSettings settings;

  LongListRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return ChangeJudge.queries(
        KIND,
        facts,
        (query, found) ->
            query.facts().blocks().stream()
                .flatMap(QueryBlock::conditions)
                .flatMap(Condition::predicates)
                .mapToInt(LongListRule::values)
                .filter(values -> values > settings.whole(MAX_VALUES))
                .max()
                .ifPresent(values -> found.violated(violation(query, values))));
  }

  private Violation violation(ProposedChange.Query query, int values) {
    return ChangeJudge.violation(
        KIND,
        settings.severity(),
        query,
        query.facts().tables().stream()
            .map(named -> named.table().qualifiedName())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", ")),
        Fingerprints.idOf(query.digest()),
        "its list has " + values + " values",
        "Ask in portions of some hundred, or join a temporary table of the values.",
        List.of(Evidence.of("values", values)));
  }

  private static int values(Predicate predicate) {
    boolean list =
        predicate.comparison() == Comparison.IN || predicate.comparison() == Comparison.NOT_IN;
    return list && predicate.operand() instanceof Operand.Constant constant
        ? constant.count().orElse(0)
        : 0;
  }
}
