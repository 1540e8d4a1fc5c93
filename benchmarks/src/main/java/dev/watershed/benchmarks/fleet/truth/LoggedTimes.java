package dev.watershed.benchmarks.fleet.truth;

import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.Measure;
import dev.watershed.workload.Origin;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.collections.api.map.primitive.LongLongMap;

/**
 * Whose time it was that a server counted, by its log, which holds every statement. The counters
 * time more of a statement than the log does, such as the writing of the log. So the log says which
 * part of each digest is whose, and the counters say how long that took. What one of both knows by
 * another digest is shared by the rest of the log.
 */
public final class LoggedTimes {

  private static final long OTHERS = 0;

  private LoggedTimes() {}

  /**
   * Microseconds by service; under an empty name what no service claims. What the fleet and its
   * collector sent themselves is left out.
   *
   * @param countedMicros what the server counted, by digest
   */
  public static SortedMap<String, Double> micros(
      Path log, ServiceMapping mapping, LongLongMap countedMicros) throws IOException {
    Map<Long, Map<String, Double>> logged =
        logged(LoggedCalls.read(log, mapping), mapping, countedMicros);
    Map<Long, Double> counted = new HashMap<>();
    countedMicros.forEachKeyValue(
        (digest, micros) ->
            counted.merge(
                logged.containsKey(digest) ? digest : OTHERS, (double) micros, Double::sum));
    SortedMap<String, Double> times = new TreeMap<>();
    logged.forEach(
        (digest, services) -> {
          double whole = services.values().stream().mapToDouble(Double::doubleValue).sum();
          services.forEach(
              (service, micros) ->
                  times.merge(
                      service,
                      whole == 0 ? 0 : counted.getOrDefault(digest, 0.0) * micros / whole,
                      Double::sum));
        });
    return times;
  }

  private static Map<Long, Map<String, Double>> logged(
      Workload workload, ServiceMapping mapping, LongLongMap countedMicros) {
    Map<Long, Map<String, Double>> times = new HashMap<>();
    StatementTable table = workload.statements();
    for (int row = 0; row < table.size(); row++) {
      Origin origin = workload.origins().get(table.originIndex(row));
      long digest = workload.texts().get(table.textIndex(row)).digest();
      if (!LoggedCalls.ofTheFleet(origin)) {
        times
            .computeIfAbsent(
                countedMicros.containsKey(digest) ? digest : OTHERS, key -> new HashMap<>())
            .merge(
                mapping.attribute(origin).service().orElse(""),
                (double) table.value(row, Measure.TIME_MICROS),
                Double::sum);
      }
    }
    return times;
  }
}
