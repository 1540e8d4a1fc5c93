package dev.watershed.rules.coupling;

import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.rules.fleet.FleetTables;
import dev.watershed.rules.fleet.SensitiveColumn;
import dev.watershed.rules.fleet.StatementPlace;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.rules.verdict.ViolationKey;
import dev.watershed.sql.facts.QueryBlock;
import dev.watershed.sql.facts.RowSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Columns with personal data that another service than the owner of their table reads. A contract
 * on a table is no consent to its personal data: who may read it is accepted by a baseline or a
 * suppression, with a reason. Does not fire on other columns of the table, nor on statements that
 * could not be read whole: these are inconclusive if they name the table.
 */
public final class SensitiveReadRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "sensitive-read",
          "a service that reads a sensitive column without being allowed to",
          Severity.ERROR,
          List.of(),
          SensitiveReadRule::new,
          true);

  private final RuleSettings settings;

  SensitiveReadRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    if (facts.agreements().sensitive().isEmpty()) {
      return Verdict.nothingConfigured();
    }
    Verdict.Collector found = new Verdict.Collector(KIND.name());
    FleetTables catalogs = FleetTables.of(facts);
    for (SensitiveColumn column : facts.agreements().sensitive()) {
      List<Integer> tables = tables(facts.coupling(), column);
      if (tables.isEmpty()) {
        found.misfit(
            column.toString(),
            Saying.of("misfit.table", "no catalog and no statement has this table"));
      } else if (isMissing(column, tables, facts.coupling(), catalogs)) {
        found.misfit(
            column.toString(), Saying.of("misfit.column", "the table does not have this column"));
      } else {
        found.inspected();
        for (FleetStatement statement : facts.statements()) {
          judge(column, tables, statement, facts.coupling(), found);
        }
      }
    }
    return found.verdict();
  }

  private void judge(
      SensitiveColumn column,
      List<Integer> tables,
      FleetStatement statement,
      CouplingFacts coupling,
      Verdict.Collector found) {
    if (statement.where(place -> isUnread(place, column)).isPresent()) {
      found.unknown(
          column.toString(),
          Saying.of(
              "unjudged.unread",
              "a statement that names the table could not be read whole: {0}",
              statement.fingerprint()));
    }
    statement
        .where(place -> !isUnread(place, column) && reads(place, column))
        .ifPresent(reading -> judgeReading(column, tables, reading, coupling, found));
  }

  private void judgeReading(
      SensitiveColumn column,
      List<Integer> tables,
      FleetStatement reading,
      CouplingFacts coupling,
      Verdict.Collector found) {
    for (String service : reading.senders()) {
      if (!allowed(service, tables, coupling)) {
        found.violated(violation(column, reading, service));
      }
    }
  }

  private Violation violation(SensitiveColumn column, FleetStatement statement, String service) {
    return Violation.seen(
        settings.severity(),
        new ViolationKey(KIND.name(), service, column.qualifiedTable(), column.column()),
        column.toString(),
        List.of(service),
        Saying.of(
            "sensitive-read.message",
            "{0} reads it, and does not own the table: {1}",
            service,
            statement.fingerprint()),
        Saying.of(
            "sensitive-read.remedy",
            "Select the columns that are needed; where the owner consents, a suppression says so"
                + " with a reason."),
        List.of(Evidence.of("calls", statement.figures().loggedCalls())));
  }

  private static boolean isUnread(StatementPlace place, SensitiveColumn column) {
    return !place.facts().parsed()
        && place.facts().tables().stream()
            .anyMatch(named -> named.table().qualifiedName().equals(column.qualifiedTable()));
  }

  private static boolean reads(StatementPlace place, SensitiveColumn column) {
    return place.facts().blocks().stream().anyMatch(block -> reads(block, column));
  }

  private static boolean reads(QueryBlock block, SensitiveColumn column) {
    for (int source = 0; source < block.sources().size(); source++) {
      if (block.sources().get(source) instanceof RowSource.Table table
          && table.table().qualifiedName().equals(column.qualifiedTable())
          && (block.wholeSources().contains(source)
              || block.columnsOf(source).stream()
                  .anyMatch(name -> name.equalsIgnoreCase(column.column())))) {
        return true;
      }
    }
    return false;
  }

  private static boolean allowed(String service, List<Integer> tables, CouplingFacts coupling) {
    Optional<Integer> party = Optional.empty();
    for (int each = 0; each < coupling.input().parties().services(); each++) {
      if (coupling.input().parties().name(each).equals(service)) {
        party = Optional.of(each);
      }
    }
    return party
        .map(
            index ->
                tables.stream()
                    .anyMatch(
                        table ->
                            coupling.ownership().isDeclared(table)
                                && coupling.ownership().owner(table).equals(OptionalInt.of(index))))
        .orElse(false);
  }

  /** Whether catalogs know all of these tables, and the column of none. */
  private static boolean isMissing(
      SensitiveColumn column, List<Integer> tables, CouplingFacts coupling, FleetTables catalogs) {
    return tables.stream()
        .map(coupling.input().tables()::get)
        .map(table -> catalogs.find(table.dataSet(), table.schema(), table.name()))
        .allMatch(
            known ->
                known.isPresent() && known.get().definition().column(column.column()).isEmpty());
  }

  private static List<Integer> tables(CouplingFacts coupling, SensitiveColumn column) {
    List<Integer> found = new ArrayList<>();
    for (int table = 0; table < coupling.input().tables().size(); table++) {
      CoupledTable each = coupling.input().tables().get(table);
      if (each.qualifiedName().equals(column.qualifiedTable())) {
        found.add(table);
      }
    }
    return found;
  }
}
