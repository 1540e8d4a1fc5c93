package dev.watershed.rules.schema;

import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetTables;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.schema.TableJudge.Fault;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.List;
import java.util.Optional;

/**
 * Tables without a primary key: replicas look every changed row up by a scan, and online tools
 * cannot copy them. Does not fire where a unique index over columns without NULL does its work.
 */
public final class NoPrimaryKeyRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "no-primary-key",
          "a table without a primary key",
          Severity.WARNING,
          List.of(),
          NoPrimaryKeyRule::new);

  private final RuleSettings settings;

  NoPrimaryKeyRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return TableJudge.judge(KIND, settings, facts, NoPrimaryKeyRule::fault);
  }

  private static Optional<Fault> fault(StatisticTable table, DataFacts data) {
    TableDefinition definition = table.definition();
    boolean keyed =
        definition.primaryKey().isPresent()
            || definition.indexes().stream().anyMatch(index -> identifies(index, definition));
    return keyed
        ? Optional.empty()
        : Optional.of(
            new Fault(
                "",
                Saying.of(
                    "no-primary-key.message",
                    "it has no primary key, and no unique index over columns without NULL"),
                Saying.of(
                    "no-primary-key.remedy",
                    "Add one; an invisible AUTO_INCREMENT column disturbs no statement that names"
                        + " its columns."),
                List.of(
                    Evidence.of("indexes", definition.indexes().size()),
                    Evidence.of("tableRows", FleetTables.rows(table).orElse(0)))));
  }

  private static boolean identifies(IndexDefinition index, TableDefinition table) {
    return index.unique()
        && index.parts().stream()
            .allMatch(
                part ->
                    part.prefixLength().isEmpty()
                        && part.column()
                            .flatMap(table::column)
                            .filter(column -> !nullable(column))
                            .isPresent());
  }

  private static boolean nullable(ColumnDefinition column) {
    return column.nullable();
  }
}
