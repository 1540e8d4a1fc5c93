package dev.watershed.collector.server.tableio;

import dev.watershed.collector.server.counter.CounterTable;
import dev.watershed.workload.observation.IndexUse;
import dev.watershed.workload.observation.TableUse;
import java.util.Objects;

/** The counters of table I/O at one moment, since the server began or somebody set them back. */
public record TableIoSample(CounterTable<TableUse.Key> tables, CounterTable<IndexUse.Key> indexes) {

  public TableIoSample {
    Objects.requireNonNull(tables, "tables");
    Objects.requireNonNull(indexes, "indexes");
  }
}
