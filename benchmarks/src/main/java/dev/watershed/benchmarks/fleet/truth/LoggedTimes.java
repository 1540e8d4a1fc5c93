package dev.watershed.benchmarks.fleet.truth;

import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.Measure;
import dev.watershed.workload.Origin;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** Execution times per service, as the log of a server that holds every statement says. */
public final class LoggedTimes {

  private LoggedTimes() {}

  /**
   * Microseconds by service; under an empty name what no service claims. What the fleet and its
   * collector sent themselves is left out.
   */
  public static SortedMap<String, Long> micros(Path log, ServiceMapping mapping)
      throws IOException {
    Workload workload = LoggedCalls.read(log, mapping);
    StatementTable table = workload.statements();
    SortedMap<String, Long> times = new TreeMap<>();
    for (int row = 0; row < table.size(); row++) {
      Origin origin = workload.origins().get(table.originIndex(row));
      if (!LoggedCalls.ofTheFleet(origin)) {
        times.merge(
            mapping.attribute(origin).service().orElse(""),
            table.value(row, Measure.TIME_MICROS),
            Long::sum);
      }
    }
    return times;
  }
}
