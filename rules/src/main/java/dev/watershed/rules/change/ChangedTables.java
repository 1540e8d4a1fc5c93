package dev.watershed.rules.change;

import dev.watershed.analyzer.change.SchemaChange;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.ProposedChange;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableStatistics;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds the tables that are changed, as they are and as they will be. */
final class ChangedTables {

  private ChangedTables() {}

  /** The table of that name in the end; empty if there is none. */
  static Optional<TableDefinition> after(FleetFacts facts, String dataSet, SchemaChange change) {
    return data(facts, dataSet)
        .flatMap(data -> table(data.after(), change.at().schema(), change.at().table()));
  }

  /** The table of that name today; empty if there is none. */
  static Optional<TableDefinition> before(FleetFacts facts, String dataSet, SchemaChange change) {
    return data(facts, dataSet)
        .flatMap(data -> table(data.before(), change.at().schema(), change.at().table()));
  }

  /** About how many rows it has today; empty if nobody counted, 0 if it is not there. */
  static OptionalLong rows(FleetFacts facts, String dataSet, String schema, String table) {
    Optional<ProposedChange.After> data = data(facts, dataSet);
    if (data.flatMap(each -> table(each.before(), schema, table)).isEmpty()) {
      return OptionalLong.of(0);
    }
    return data.flatMap(each -> each.before().statistics(schema, table))
        .map(TableStatistics::rows)
        .orElse(OptionalLong.empty());
  }

  static Optional<ProposedChange.After> data(FleetFacts facts, String dataSet) {
    return facts.change().map(ProposedChange::after).map(after -> after.get(dataSet));
  }

  static Optional<TableDefinition> table(Catalog catalog, String schema, String table) {
    return catalog
        .schema(schema)
        .flatMap(
            found ->
                found.tables().stream()
                    .filter(each -> each.name().equalsIgnoreCase(table))
                    .findFirst());
  }
}
