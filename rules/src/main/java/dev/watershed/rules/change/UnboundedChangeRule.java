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
import dev.watershed.sql.StatementKind;
import dev.watershed.sql.facts.QueryBlock;
import dev.watershed.sql.facts.TableRef;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;

/**
 * UPDATE and DELETE without WHERE and LIMIT on large tables, in migrations and in new statements:
 * one transaction locks every row and stops replicas for as long. Does not fire on small tables,
 * and where nobody counted rows.
 */
public final class UnboundedChangeRule implements Rule {

  static final Parameter MIN_ROWS =
      Parameter.count("minRows", 10_000, "tables with fewer rows are not judged");

  private static final Set<StatementKind> JUDGED =
      Set.of(StatementKind.UPDATE, StatementKind.DELETE);

  /** What configurations know of it. */
  public static final RuleKind KIND =
      RuleKind.ofChange(
          "unbounded-change",
          "a new UPDATE or DELETE without a condition on a large table",
          Severity.ERROR,
          List.of(MIN_ROWS),
          UnboundedChangeRule::new);

  private final RuleSettings settings;

  UnboundedChangeRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return ChangeJudge.queries(
        KIND,
        facts,
        (query, found) -> {
          if (JUDGED.contains(query.facts().kind())) {
            query.facts().blocks().stream()
                .findFirst()
                .flatMap(QueryBlock::wholeTable)
                .ifPresent(table -> judge(query, table, facts, found));
          }
        });
  }

  private void judge(
      ProposedChange.Query query, TableRef table, FleetFacts facts, Verdict.Collector found) {
    long rows =
        table
            .schema()
            .map(schema -> ChangedTables.rows(facts, query.dataSet(), schema, table.table()))
            .orElse(OptionalLong.empty())
            .orElse(0);
    if (rows >= settings.whole(MIN_ROWS)) {
      String name = table.qualifiedName();
      found.violated(
          ChangeJudge.violation(
              KIND,
              settings.severity(),
              query,
              name,
              "",
              String.format(
                  Locale.ROOT, "it changes every one of the about %,d rows of %s", rows, name),
              "Write in batches by ranges of the primary key, with a condition and a limit.",
              List.of(Evidence.of("tableRows", rows))));
    }
  }
}
