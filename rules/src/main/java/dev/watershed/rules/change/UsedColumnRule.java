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
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.List;
import java.util.Optional;

/**
 * Columns that are dropped or renamed while statements name them, and columns that come or go while
 * INSERT statements without a list of columns count on their number. What selects every column is a
 * warning: whether its program needs this one, nobody knows here. Does not fire on what no reader
 * sends any more since it was deployed.
 */
public final class UsedColumnRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      RuleKind.ofChange(
          "used-column",
          "a column that comes or goes while statements depend on it",
          Severity.ERROR,
          List.of(),
          UsedColumnRule::new);

  private final RuleSettings settings;

  UsedColumnRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    UsedBy uses = UsedBy.of(facts);
    return ChangeJudge.changes(
        KIND,
        facts,
        (definition, change, found) -> {
          Optional<String> gone = gone(change);
          if (gone.isPresent() && !stays(definition, change, gone.get(), facts)) {
            goes(definition.dataSet(), change, gone.get(), uses, found);
          }
          if (change instanceof SchemaChange.ColumnAdded added && isShown(added.column())) {
            byPlace(definition.dataSet(), change, added.column().name(), "added", uses, found);
          }
        });
  }

  private void goes(
      String dataSet, SchemaChange change, String column, UsedBy uses, Verdict.Collector found) {
    String schema = change.at().schema();
    String table = change.at().table();
    String what = change instanceof SchemaChange.ColumnRenamed ? "renamed" : "dropped";
    List<FleetStatement> named = uses.column(dataSet, schema, table, column);
    if (!named.isEmpty()) {
      violated(settings.severity(), change, column, what, named, found);
      return;
    }
    if (change instanceof SchemaChange.ColumnDropped) {
      byPlace(dataSet, change, column, what, uses, found);
    }
    List<FleetStatement> every = uses.everyColumn(dataSet, schema, table);
    if (!every.isEmpty()) {
      violated(Severity.WARNING, change, column, what + " and selected by *", every, found);
    }
  }

  private void byPlace(
      String dataSet,
      SchemaChange change,
      String column,
      String what,
      UsedBy uses,
      Verdict.Collector found) {
    List<FleetStatement> inserts =
        uses.insertsByPlace(dataSet, change.at().schema(), change.at().table());
    if (!inserts.isEmpty()) {
      violated(
          settings.severity(),
          change,
          column,
          what + ", INSERT without a list of columns counts them",
          inserts,
          found);
    }
  }

  private static void violated(
      Severity severity,
      SchemaChange change,
      String column,
      String what,
      List<FleetStatement> used,
      Verdict.Collector found) {
    found.violated(
        ChangeJudge.violation(
            KIND,
            severity,
            change.at(),
            column,
            UsedBy.services(used),
            "it is " + what + ", and used by " + UsedBy.words(used),
            UsedBy.remedy(
                "Deploy programs that do without it first, then change the table; --deployed says"
                    + " when a service was.",
                used),
            UsedBy.evidence(used)));
  }

  private static Optional<String> gone(SchemaChange change) {
    if (change instanceof SchemaChange.ColumnDropped dropped) {
      return Optional.of(dropped.column().name());
    }
    return change instanceof SchemaChange.ColumnRenamed renamed
        ? Optional.of(renamed.from())
        : Optional.empty();
  }

  private static boolean isShown(ColumnDefinition column) {
    return column.visible();
  }

  private static boolean stays(
      ProposedChange.Definition definition, SchemaChange change, String column, FleetFacts facts) {
    return ChangedTables.after(facts, definition.dataSet(), change)
        .flatMap(table -> column(table, column))
        .isPresent();
  }

  private static Optional<ColumnDefinition> column(TableDefinition table, String column) {
    return table.column(column);
  }
}
