package dev.watershed.analyzer.consolidation.proposal;

import dev.watershed.analyzer.coupling.input.CoupledData;
import dev.watershed.analyzer.coupling.input.CoupledServer;
import dev.watershed.workload.observation.ObservationTable;
import dev.watershed.workload.observation.TableUse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which tables the counters of servers saw in use, whatever statements were seen: backups,
 * replicas' readers and routines count there too.
 *
 * @param counted sets of data of which every known server counted its tables
 */
public record TableActivity(Set<String> counted, Set<String> used) {

  public TableActivity {
    counted = Set.copyOf(counted);
    used = Set.copyOf(used);
  }

  /** What the servers of these sets of data counted. */
  public static TableActivity of(List<CoupledData> data) {
    Set<String> counted = new HashSet<>();
    Set<String> used = new HashSet<>();
    for (CoupledData set : data) {
      boolean all = true;
      for (CoupledServer server : set.servers()) {
        ObservationTable<TableUse.Key, TableUse.Figure> tables = server.observed().tables();
        all &= tables.size() > 0;
        for (int row = 0; row < tables.size(); row++) {
          if (rows(tables, row) > 0) {
            used.add(key(set.name(), tables.key(row).schema(), tables.key(row).table()));
          }
        }
      }
      if (all) {
        counted.add(set.name());
      }
    }
    return new TableActivity(counted, used);
  }

  private static long rows(ObservationTable<TableUse.Key, TableUse.Figure> tables, int row) {
    return tables.value(row, TableUse.Figure.FETCHED)
        + tables.value(row, TableUse.Figure.INSERTED)
        + tables.value(row, TableUse.Figure.UPDATED)
        + tables.value(row, TableUse.Figure.DELETED);
  }

  private static String key(String dataSet, String schema, String table) {
    return dataSet + "\n" + schema + "\n" + table;
  }

  /** Whether rows of a table were read or written while its servers were watched. */
  public boolean uses(String dataSet, String schema, String table) {
    return used.contains(key(dataSet, schema, table));
  }
}
