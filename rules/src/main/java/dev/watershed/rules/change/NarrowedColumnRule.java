package dev.watershed.rules.change;

import dev.watershed.analyzer.change.SchemaChange;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import java.util.List;
import java.util.OptionalLong;

/**
 * Columns of tables with rows that get a narrower type, or NOT NULL, while statements use them:
 * where a value does not fit, the server refuses the change, or cuts values in a mode that is not
 * strict. Does not fire on empty and new tables, nor on types that hold all the values of the old
 * one.
 */
public final class NarrowedColumnRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      RuleKind.ofChange(
          "narrowed-column",
          "a column whose type gets too narrow for what it may hold, or that may not be NULL any more",
          Severity.ERROR,
          List.of(),
          NarrowedColumnRule::new);

  private final RuleSettings settings;

  NarrowedColumnRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    UsedBy uses = UsedBy.of(facts);
    return ChangeJudge.changes(
        KIND,
        facts,
        (definition, change, found) -> {
          OptionalLong rows =
              ChangedTables.rows(
                  facts, definition.dataSet(), change.at().schema(), change.at().table());
          if (rows.isEmpty() || rows.getAsLong() > 0) {
            judge(definition.dataSet(), change, uses, found);
          }
        });
  }

  private void judge(String dataSet, SchemaChange change, UsedBy uses, Verdict.Collector found) {
    if (change instanceof SchemaChange.ColumnRetyped retyped
        && retyped.narrowing() == SchemaChange.Narrowing.VALUES) {
      violated(
          dataSet,
          change,
          retyped.before().name(),
          settings.severity(),
          retyped.before().type() + " becomes " + retyped.after().type() + ", which holds less",
          uses,
          found);
    } else if (change instanceof SchemaChange.ColumnNullability nullability
        && !nullability.nullable()) {
      violated(
          dataSet,
          change,
          nullability.column(),
          Severity.WARNING,
          "it may not be NULL any more; whether it is NULL in any row is not known here",
          uses,
          found);
    }
  }

  private static void violated(
      String dataSet,
      SchemaChange change,
      String column,
      Severity severity,
      String message,
      UsedBy uses,
      Verdict.Collector found) {
    List<FleetStatement> used =
        uses.column(dataSet, change.at().schema(), change.at().table(), column);
    if (!used.isEmpty()) {
      found.violated(
          ChangeJudge.violation(
              KIND,
              severity,
              change.at(),
              column,
              UsedBy.services(used),
              message + "; used by " + UsedBy.words(used),
              "Count the rows that do not fit first, and change them and their writers.",
              UsedBy.evidence(used)));
    }
  }
}
