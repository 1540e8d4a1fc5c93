package dev.watershed.analyzer.index;

import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableStatistics;
import java.util.Objects;
import java.util.Optional;

/**
 * A table and what is known of its size.
 *
 * @param statistics empty where nobody counted: then advice says so
 */
public record StatisticTable(
    String schema, TableDefinition definition, Optional<TableStatistics> statistics) {

  public StatisticTable {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(definition, "definition");
    Objects.requireNonNull(statistics, "statistics");
  }

  /** {@code schema.table}. */
  public String qualifiedName() {
    return schema + "." + definition.name();
  }
}
