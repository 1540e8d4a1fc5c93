package dev.watershed.rules.schema;

import dev.watershed.analyzer.consolidation.proposal.NearDuplicates;
import dev.watershed.analyzer.coupling.input.CoupledTables;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.rules.verdict.ViolationKey;
import dev.watershed.sql.ServerSchemas;
import dev.watershed.workload.catalog.TableKind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Tables that have nearly the same columns: a copy that nobody keeps, or a master that is kept
 * twice. Does not fire on tables whose common columns many others have too, such as those of
 * audits.
 */
public final class DuplicateTableRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "duplicate-table",
          "a table with nearly the columns of another",
          Severity.WARNING,
          List.of(),
          DuplicateTableRule::new);

  private final RuleSettings settings;

  DuplicateTableRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    Verdict.Collector found = new Verdict.Collector(KIND.name());
    List<NearDuplicates.Form> forms = new ArrayList<>();
    CoupledTables tables = facts.coupling().input().tables();
    for (DataFacts data : facts.data()) {
      if (data.input().server().tables().isEmpty()) {
        found.unknown(
            data.name(),
            Saying.of("unjudged.tables", "no catalog was collected: its tables are not known"));
      }
      for (StatisticTable table : data.input().server().tables()) {
        OptionalInt index = tables.find(data.name(), table.schema(), table.definition().name());
        if (index.isPresent()
            && table.definition().tableKind() == TableKind.BASE
            && !ServerSchemas.has(table.schema())) {
          found.inspected();
          forms.add(new NearDuplicates.Form(tables.get(index.getAsInt()), table.definition()));
        }
      }
    }
    NearDuplicates.of(forms).forEach(pair -> found.violated(violation(pair)));
    return found.verdict();
  }

  private Violation violation(NearDuplicates.Pair pair) {
    String one = pair.one().qualifiedName();
    String other = pair.other().qualifiedName();
    return Violation.seen(
        settings.severity(),
        new ViolationKey(KIND.name(), "", one, other),
        one,
        List.of(),
        Saying.of(
            "duplicate-table.message",
            "its columns are {0} % those of {1}, weighed by rarity",
            Saying.number(100 * pair.likeness(), 0),
            other),
        Saying.of(
            "duplicate-table.remedy",
            "'plan' says what merging them costs; whether they have the same rows has to be"
                + " compared."),
        List.of(Evidence.of("likeness", pair.likeness())));
  }
}
