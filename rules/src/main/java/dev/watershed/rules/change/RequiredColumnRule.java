package dev.watershed.rules.change;

import dev.watershed.analyzer.change.SchemaChange;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.workload.catalog.ColumnDefinition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Columns that may not be NULL and have no default, while INSERT and REPLACE statements do not name
 * them: in strict mode each of them fails. Does not fire on AUTO_INCREMENT and generated columns,
 * on ENUM, which begins with its first value then, nor where every writer names the column.
 */
public final class RequiredColumnRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      RuleKind.ofChange(
          "required-column",
          "a column that writers have to give from then on, and do not",
          Severity.ERROR,
          List.of(),
          RequiredColumnRule::new);

  private final RuleSettings settings;

  RequiredColumnRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    UsedBy uses = UsedBy.of(facts);
    return ChangeJudge.changes(
        KIND,
        facts,
        (definition, change, found) -> {
          Optional<ColumnDefinition> column =
              name(change)
                  .flatMap(
                      name ->
                          ChangedTables.after(facts, definition.dataSet(), change)
                              .flatMap(table -> table.column(name)))
                  .filter(RequiredColumnRule::required);
          if (column.isPresent()) {
            List<FleetStatement> writers =
                uses.insertsWithout(
                    definition.dataSet(),
                    change.at().schema(),
                    change.at().table(),
                    column.get().name());
            if (!writers.isEmpty()) {
              found.violated(violation(change, column.get().name(), writers));
            }
          }
        });
  }

  private Violation violation(SchemaChange change, String column, List<FleetStatement> writers) {
    return ChangeJudge.violation(
        KIND,
        settings.severity(),
        change.at(),
        column,
        UsedBy.services(writers),
        "it is NOT NULL without a default, and INSERT or REPLACE does not name it: "
            + UsedBy.words(writers),
        UsedBy.remedy(
            "Give it a default, or let it be NULL until every writer is deployed that names it.",
            writers),
        UsedBy.evidence(writers));
  }

  private static Optional<String> name(SchemaChange change) {
    if (change instanceof SchemaChange.ColumnAdded added) {
      return Optional.of(added.column().name());
    }
    if (change instanceof SchemaChange.ColumnNullability nullability && !nullability.nullable()) {
      return Optional.of(nullability.column());
    }
    return change instanceof SchemaChange.DefaultChanged changed
        ? Optional.of(changed.after().name())
        : Optional.empty();
  }

  private static boolean required(ColumnDefinition column) {
    return !column.nullable()
        && column.defaultValue().isEmpty()
        && !column.autoIncrement()
        && !column.type().toLowerCase(Locale.ROOT).startsWith("enum")
        && column.generated().isEmpty();
  }
}
