package dev.watershed.rules.change;

import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.index.cost.PlanStep;
import dev.watershed.analyzer.index.cost.PlanWords;
import dev.watershed.analyzer.index.cost.StatementPlan;
import dev.watershed.analyzer.index.selection.AccessPaths;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.ProposedChange;
import dev.watershed.rules.rule.Parameter;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * New statements that would scan a large table, by the model that also advises indexes, on the
 * tables as they are after the definitions. Does not fire where an index finds the rows, nor where
 * the statement is not understood whole.
 */
public final class NewScanRule implements Rule {

  static final Parameter MIN_ROWS =
      Parameter.count("minRows", 10_000, "the rows examined per call that are too many");

  /** What configurations know of it. */
  public static final RuleKind KIND =
      RuleKind.ofChange(
          "new-scan",
          "a new statement that would read a large part of a large table",
          Severity.ERROR,
          List.of(MIN_ROWS),
          NewScanRule::new);

  private final RuleSettings settings;

  NewScanRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    Map<String, Optional<AccessPaths>> paths = new HashMap<>();
    return ChangeJudge.queries(
        KIND,
        facts,
        (query, found) -> {
          Optional<StatementPlan> plan =
              paths
                  .computeIfAbsent(
                      query.dataSet(),
                      data ->
                          ChangedTables.data(facts, data)
                              .map(after -> AccessPaths.of(after.server())))
                  .flatMap(own -> own.plan(once(query)));
          plan.ifPresent(read -> judge(query, read, facts, found));
        });
  }

  private void judge(
      ProposedChange.Query query, StatementPlan plan, FleetFacts facts, Verdict.Collector found) {
    Optional<PlanStep> scan =
        plan.blocks().stream()
            .flatMap(block -> block.steps().stream())
            .filter(step -> step.access().kind().scans())
            .filter(step -> step.examined() >= settings.whole(MIN_ROWS))
            .findFirst();
    scan.ifPresent(
        step -> {
          String table = step.source().table().map(each -> each.name()).orElse("");
          if (rows(facts, query.dataSet(), table).isEmpty()) {
            found.unknown(
                table, "nobody counted its rows: whether a scan of it matters is not known");
            return;
          }
          found.violated(
              ChangeJudge.violation(
                  KIND,
                  settings.severity(),
                  query,
                  table,
                  Fingerprints.idOf(query.digest()),
                  String.format(
                      Locale.ROOT,
                      "it would examine about %,.0f rows of %s per call (%s)",
                      step.examined(),
                      table,
                      PlanWords.of(plan)),
                  "Add an index over the columns of its conditions, or a limit that an index"
                      + " serves.",
                  List.of(Evidence.of("rowsExaminedPerCall", step.examined()))));
        });
  }

  private static WeightedStatement once(ProposedChange.Query query) {
    return new WeightedStatement(
        query.digest(),
        query.schema(),
        query.facts(),
        1,
        0,
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  private static OptionalLong rows(FleetFacts facts, String dataSet, String table) {
    int dot = table.indexOf('.');
    return dot < 0
        ? OptionalLong.empty()
        : ChangedTables.rows(facts, dataSet, table.substring(0, dot), table.substring(dot + 1));
  }
}
