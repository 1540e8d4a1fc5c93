package dev.watershed.collector.server.sampling;

import dev.watershed.workload.Measure;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.Workload;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What workloads say of the statements of one schema, by fingerprint. */
public final class SampledSums {

  private final Map<String, long[]> sums = new TreeMap<>();

  private SampledSums() {}

  /** The sums of some measures of every fingerprint. */
  public static Map<String, String> of(
      List<Workload> workloads, String schema, Measure... measures) {
    SampledSums all = new SampledSums();
    for (Workload workload : workloads) {
      StatementTable table = workload.statements();
      for (int row = 0; row < table.size(); row++) {
        if (workload.schemas().get(table.schemaIndex(row)).equals(schema)) {
          all.add(workload.texts().get(table.textIndex(row)).fingerprint(), table, row, measures);
        }
      }
    }
    Map<String, String> lines = new TreeMap<>();
    all.sums.forEach((fingerprint, sum) -> lines.put(fingerprint, Arrays.toString(sum)));
    return lines;
  }

  private void add(String fingerprint, StatementTable table, int row, Measure... measures) {
    long[] sum = sums.computeIfAbsent(fingerprint, key -> new long[measures.length]);
    for (int i = 0; i < measures.length; i++) {
      sum[i] += table.value(row, measures[i]);
    }
  }
}
