package dev.watershed.rules.change;

import dev.watershed.analyzer.change.SchemaChange;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.List;
import java.util.Optional;

/**
 * Indexes that are added beside one with the same columns; one that is only the beginning of
 * another is a warning. Does not fire where the other one is dropped in the same change or hidden
 * from the optimizer, nor on unique indexes that are the beginning of another.
 */
public final class RepeatedIndexRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      RuleKind.ofChange(
          "repeated-index",
          "a new index that another one makes superfluous",
          Severity.ERROR,
          List.of(),
          RepeatedIndexRule::new);

  private final RuleSettings settings;

  RepeatedIndexRule(RuleSettings settings) {
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
          if (table.isPresent()) {
            added(change).forEach(index -> judge(change, index, table.get(), found));
          }
        });
  }

  private void judge(
      SchemaChange change, IndexDefinition added, TableDefinition table, Verdict.Collector found) {
    for (IndexDefinition other : table.indexes()) {
      if (other.visible()
          && !other.name().equals(added.name())
          && added.kind() == IndexKind.BTREE
          && other.kind() == IndexKind.BTREE
          && begins(other, added)) {
        boolean same = other.parts().size() == added.parts().size();
        if (same && (!added.unique() || other.unique()) || !same && !added.unique()) {
          violated(change, added, other, same, found);
          return;
        }
      }
    }
  }

  private void violated(
      SchemaChange change,
      IndexDefinition added,
      IndexDefinition other,
      boolean same,
      Verdict.Collector found) {
    found.violated(
        ChangeJudge.violation(
            KIND,
            same ? settings.severity() : Severity.WARNING,
            change.at(),
            added.name(),
            List.of(),
            "it has " + (same ? "the columns of " : "the first columns of ") + other.name(),
            "Leave it out: the other one serves the same statements.",
            List.of(Evidence.of("columns", added.parts().size()))));
  }

  private static boolean begins(IndexDefinition other, IndexDefinition added) {
    return other.parts().size() >= added.parts().size()
        && other.parts().subList(0, added.parts().size()).equals(added.parts());
  }

  private static List<IndexDefinition> added(SchemaChange change) {
    if (change instanceof SchemaChange.IndexAdded added) {
      return List.of(added.index());
    }
    return change instanceof SchemaChange.TableCreated created
        ? created.definition().indexes().stream().filter(index -> !index.primary()).toList()
        : List.of();
  }
}
