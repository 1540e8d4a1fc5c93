package dev.watershed.rules.change;

import dev.watershed.analyzer.change.SchemaChange;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.rules.fleet.ProposedChange;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.SchemaDefinition;
import java.util.List;
import java.util.Optional;

/**
 * Tables that are dropped, renamed or emptied while statements use them. Does not fire where a view
 * or another table takes the old name in the same change, nor on what no reader sends any more
 * since it was deployed.
 */
public final class UsedTableRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      RuleKind.ofChange(
          "used-table",
          "a table that is dropped, renamed or emptied while statements use it",
          Severity.ERROR,
          List.of(),
          UsedTableRule::new);

  private final RuleSettings settings;

  UsedTableRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    UsedBy uses = UsedBy.of(facts);
    return ChangeJudge.changes(
        KIND,
        facts,
        (definition, change, found) -> {
          Optional<String> what = what(change);
          boolean stays =
              !(change instanceof SchemaChange.TableEmptied)
                  && stays(definition, change, facts.change().orElseThrow());
          if (what.isPresent() && !stays) {
            judge(definition, change, what.get(), uses, found);
          }
        });
  }

  private void judge(
      ProposedChange.Definition definition,
      SchemaChange change,
      String what,
      UsedBy uses,
      Verdict.Collector found) {
    List<FleetStatement> used =
        uses.table(definition.dataSet(), change.at().schema(), change.at().table());
    if (!used.isEmpty()) {
      found.violated(
          ChangeJudge.violation(
              KIND,
              settings.severity(),
              change.at(),
              "",
              UsedBy.services(used),
              "it is " + what + ", and used by " + UsedBy.words(used),
              UsedBy.remedy(
                  "Take its readers and writers away first, wait until they are deployed, then"
                      + " change the table; a view of the old name bridges a renaming.",
                  used),
              UsedBy.evidence(used)));
    }
  }

  private static Optional<String> what(SchemaChange change) {
    if (change instanceof SchemaChange.TableDropped) {
      return Optional.of("dropped");
    }
    if (change instanceof SchemaChange.TableRenamed renamed) {
      return Optional.of("renamed to " + renamed.toSchema() + "." + renamed.toTable());
    }
    return change instanceof SchemaChange.TableEmptied ? Optional.of("emptied") : Optional.empty();
  }

  /** Whether something of that name is there in the end. */
  private static boolean stays(
      ProposedChange.Definition definition, SchemaChange change, ProposedChange proposed) {
    return Optional.ofNullable(proposed.after().get(definition.dataSet()))
        .map(ProposedChange.After::after)
        .flatMap(after -> schema(after, change))
        .filter(
            schema ->
                schema.objects().stream()
                    .anyMatch(object -> object.name().equalsIgnoreCase(change.at().table())))
        .isPresent();
  }

  private static Optional<SchemaDefinition> schema(Catalog after, SchemaChange change) {
    return after.schema(change.at().schema());
  }
}
