package dev.watershed.collector.server.tableio;

import dev.watershed.collector.server.counter.CounterDifference;
import dev.watershed.workload.observation.IndexUse;
import dev.watershed.workload.observation.TableUse;
import java.util.Objects;

/**
 * How tables and indexes were used between two moments. A reset of an index is one by TRUNCATE, or
 * by a definition of an index of its table, which clears the counters of all of them.
 */
public record TableIoDifference(
    CounterDifference<TableUse.Key> tables, CounterDifference<IndexUse.Key> indexes) {

  public TableIoDifference {
    Objects.requireNonNull(tables, "tables");
    Objects.requireNonNull(indexes, "indexes");
  }
}
