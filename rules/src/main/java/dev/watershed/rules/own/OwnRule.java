package dev.watershed.rules.own;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.ProposedChange;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleScope;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.table.FactTables;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.rules.verdict.ViolationKey;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A rule that is a query. Of a change it judges what the change adds: what the same query returns
 * without the change is no violation.
 */
public final class OwnRule implements Rule {

  private static final Comparator<Violation> ORDER =
      Comparator.comparing(Violation::key)
          .thenComparing(Violation::severity)
          .thenComparing(Violation::message);

  private final OwnRuleDefinition definition;
  private final RuleSettings settings;

  private OwnRule(OwnRuleDefinition definition, RuleSettings settings) {
    this.definition = definition;
    this.settings = settings;
  }

  /** What configurations know of it. */
  public static RuleKind kind(OwnRuleDefinition definition) {
    return new RuleKind(
        definition.name(),
        definition.title(),
        Severity.WARNING,
        List.of(),
        settings -> new OwnRule(definition, settings),
        definition.scope() == RuleScope.FLEET,
        definition.scope());
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    Verdict.Collector found = new Verdict.Collector(definition.name());
    try {
      found.inspected();
      List<Violation> violations = violations(facts, found);
      Set<ViolationKey> before =
          facts.change().isPresent() && !violations.isEmpty()
              ? keys(violations(facts.changedBy(ProposedChange.NOTHING), found))
              : Set.of();
      violations.stream()
          .filter(violation -> !before.contains(violation.key()))
          .forEach(found::violated);
    } catch (OwnQuery.Failure failed) {
      failed(failed, found);
    }
    return found.verdict();
  }

  private void failed(OwnQuery.Failure failed, Verdict.Collector found) {
    String name = definition.name();
    switch (failed.reason()) {
      case WRONG -> found.misfit(name, failed.getMessage());
      case TOO_LONG ->
          found.unknown(
              name,
              Saying.of(
                  "unjudged.own", "{0}; see timeLimitSeconds of the rule", failed.getMessage()));
      case TOO_LARGE -> found.unknown(name, failed.getMessage());
    }
  }

  private List<Violation> violations(FleetFacts facts, Verdict.Collector found)
      throws OwnQuery.Failure {
    OwnQuery.Rows rows = new OwnQuery(definition).rows(FactTables.of(facts));
    if (rows.more()) {
      found.unknown(
          definition.name(),
          Saying.of(
              "unjudged.rows",
              "it returns more than {0} rows; only so many were looked at",
              OwnQuery.MOST_ROWS));
    }
    OwnViolations made = new OwnViolations(definition, settings.severity(), facts);
    return made.of(rows.all()).stream().sorted(ORDER).toList();
  }

  private static Set<ViolationKey> keys(List<Violation> violations) {
    return violations.stream().map(Violation::key).collect(Collectors.toSet());
  }
}
