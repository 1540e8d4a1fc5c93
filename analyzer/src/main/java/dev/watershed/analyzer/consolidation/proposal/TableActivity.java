package dev.watershed.analyzer.consolidation.proposal;

import dev.watershed.analyzer.coupling.input.CoupledData;
import dev.watershed.analyzer.coupling.input.CoupledServer;
import dev.watershed.workload.observation.ObservationTable;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.observation.ServerMinutes;
import dev.watershed.workload.observation.TableUse;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which tables the counters of servers saw in use, whatever statements were seen: backups,
 * replicas' readers and routines count there too.
 *
 * @param countedDays for how long every known server of a set of data counted its tables, the least
 *     of them; sets of which one did not are absent
 */
public record TableActivity(SortedMap<String, Double> countedDays, Set<String> used) {

  private static final double MICROS_PER_DAY = 86_400e6;

  public TableActivity {
    countedDays = Collections.unmodifiableSortedMap(new TreeMap<>(countedDays));
    used = Set.copyOf(used);
  }

  /** What the servers of these sets of data counted. */
  public static TableActivity of(List<CoupledData> data) {
    SortedMap<String, Double> countedDays = new TreeMap<>();
    Set<String> used = new HashSet<>();
    for (CoupledData set : data) {
      boolean all = true;
      double days = Double.MAX_VALUE;
      for (CoupledServer server : set.servers()) {
        ObservationTable<TableUse.Key, TableUse.Figure> tables = server.observed().tables();
        all &= tables.size() > 0;
        days = Math.min(days, watchedDays(server.observed()));
        for (int row = 0; row < tables.size(); row++) {
          if (rows(tables, row) > 0) {
            used.add(key(set.name(), tables.key(row).schema(), tables.key(row).table()));
          }
        }
      }
      if (all) {
        countedDays.put(set.name(), days);
      }
    }
    return new TableActivity(countedDays, used);
  }

  private static double watchedDays(Observations observed) {
    double micros = 0;
    for (int row = 0; row < observed.minutes().size(); row++) {
      micros += observed.minutes().value(row, ServerMinutes.Figure.SPAN_MICROS);
    }
    return micros / MICROS_PER_DAY;
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
