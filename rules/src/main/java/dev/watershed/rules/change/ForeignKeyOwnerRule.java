package dev.watershed.rules.change;

import dev.watershed.analyzer.change.SchemaChange;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.workload.catalog.ForeignKey;
import java.util.List;
import java.util.Optional;

/**
 * Foreign keys between tables of two declared owners: every write of one then locks rows of the
 * other, and neither can move. Does not fire within one owner, nor where an owner is not declared.
 */
public final class ForeignKeyOwnerRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      RuleKind.ofChange(
          "foreign-key-owner",
          "a foreign key to a table of another owner",
          Severity.ERROR,
          List.of(),
          ForeignKeyOwnerRule::new);

  private final RuleSettings settings;

  ForeignKeyOwnerRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    if (!facts.claims().any()) {
      return Verdict.nothingConfigured();
    }
    return ChangeJudge.changes(
        KIND,
        facts,
        (definition, change, found) -> {
          for (ForeignKey key : keys(change)) {
            judge(change, key, facts, found);
          }
        });
  }

  private void judge(
      SchemaChange change, ForeignKey key, FleetFacts facts, Verdict.Collector found) {
    String schema = key.referencedSchema().orElse(change.at().schema());
    Optional<String> child = facts.claims().owner(change.at().schema(), change.at().table());
    Optional<String> parent = facts.claims().owner(schema, key.referencedTable());
    if (child.isPresent() && parent.isPresent() && !child.equals(parent)) {
      found.violated(
          ChangeJudge.violation(
              KIND,
              settings.severity(),
              change.at(),
              key.name(),
              List.of(child.get(), parent.get()),
              "it refers to "
                  + schema
                  + "."
                  + key.referencedTable()
                  + " of "
                  + parent.get()
                  + ", and is of "
                  + child.get(),
              "Keep the value without a foreign key, and check it by the other owner's service.",
              List.of(Evidence.of("columns", key.columns().size()))));
    }
  }

  private static List<ForeignKey> keys(SchemaChange change) {
    if (change instanceof SchemaChange.ForeignKeyAdded added) {
      return List.of(added.key());
    }
    return change instanceof SchemaChange.TableCreated created
        ? created.definition().foreignKeys()
        : List.of();
  }
}
