package dev.watershed.rules.change;

import dev.watershed.analyzer.change.SchemaChange;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.List;
import java.util.Optional;

/**
 * Tables that are made without a primary key and without a unique index. Does not fire on tables
 * that get one later in the same change.
 */
public final class KeylessTableRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      RuleKind.ofChange(
          "keyless-table",
          "a new table without a primary key",
          Severity.WARNING,
          List.of(),
          KeylessTableRule::new);

  private final RuleSettings settings;

  KeylessTableRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return ChangeJudge.changes(
        KIND,
        facts,
        (definition, change, found) -> {
          Optional<TableDefinition> table =
              ChangedTables.after(facts, definition.dataSet(), change);
          if (change instanceof SchemaChange.TableCreated
              && table.isPresent()
              && table.get().indexes().stream().noneMatch(index -> index.unique())) {
            found.violated(
                ChangeJudge.violation(
                    KIND,
                    settings.severity(),
                    change.at(),
                    "",
                    List.of(),
                    "it has no primary key and no unique index",
                    "Add one: replicas find changed rows by it, and online tools copy by it.",
                    List.of(Evidence.of("columns", table.get().columns().size()))));
          }
        });
  }
}
