package dev.watershed.rules.fleet;

import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.sql.facts.TableRef;
import dev.watershed.workload.catalog.TableStatistics;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds the tables that statements name in the catalogs of their data. */
public final class FleetTables {

  private record Name(String dataSet, String schema, String table) {}

  private final Map<Name, StatisticTable> tables = new HashMap<>();

  private FleetTables() {}

  /** Those of some facts. */
  public static FleetTables of(FleetFacts facts) {
    FleetTables found = new FleetTables();
    for (DataFacts data : facts.data()) {
      for (StatisticTable table : data.input().server().tables()) {
        found.tables.put(new Name(data.name(), table.schema(), table.definition().name()), table);
      }
    }
    return found;
  }

  /** The table that a statement of a set of data names; empty if no catalog has it. */
  public Optional<StatisticTable> find(String dataSet, TableRef reference) {
    return reference.schema().flatMap(schema -> find(dataSet, schema, reference.table()));
  }

  /** The table of a set of data; empty if its catalog does not have it. */
  public Optional<StatisticTable> find(String dataSet, String schema, String table) {
    return Optional.ofNullable(tables.get(new Name(dataSet, schema, table)));
  }

  /** About how many rows it has; empty if nobody counted. */
  public static OptionalLong rows(StatisticTable table) {
    return table.statistics().map(TableStatistics::rows).orElse(OptionalLong.empty());
  }
}
