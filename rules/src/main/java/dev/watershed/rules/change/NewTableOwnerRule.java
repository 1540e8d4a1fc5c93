package dev.watershed.rules.change;

import dev.watershed.analyzer.change.SchemaChange;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import java.util.List;

/**
 * Tables that are made and that no pattern of services[].owns covers. Does not fire where nobody
 * declares anything, nor on tables that are dropped again in the same change.
 */
public final class NewTableOwnerRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      RuleKind.ofChange(
          "new-table-owner",
          "a new table that nobody declares to own",
          Severity.ERROR,
          List.of(),
          NewTableOwnerRule::new);

  private final RuleSettings settings;

  NewTableOwnerRule(RuleSettings settings) {
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
          if (change instanceof SchemaChange.TableCreated created
              && ChangedTables.after(facts, definition.dataSet(), change).isPresent()
              && !facts.claims().claimed(change.at().schema(), change.at().table())) {
            found.violated(
                ChangeJudge.violation(
                    KIND,
                    settings.severity(),
                    change.at(),
                    "",
                    List.of(),
                    "nobody declares to own it",
                    "Add it to services[].owns of the service that will write it.",
                    List.of(Evidence.of("columns", created.definition().columns().size()))));
          }
        });
  }
}
