package dev.watershed.analyzer.span;

import dev.watershed.workload.Measure;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.collections.api.map.primitive.LongLongMap;
import org.eclipse.collections.impl.map.mutable.primitive.LongLongHashMap;

/** The execution times that counters say without saying whose they are. */
public final class CountedTimes {

  private CountedTimes() {}

  /**
   * Microseconds by server and digest.
   *
   * @param windows those that count; the ones that are not of counters are passed over
   */
  public static SortedMap<String, LongLongMap> of(List<StoredWindow> windows) {
    SortedMap<String, List<StoredWindow>> servers = new TreeMap<>();
    for (StoredWindow window : windows) {
      if (window.name().source().equals(WindowSource.COUNTERS)) {
        servers.computeIfAbsent(window.name().server(), name -> new ArrayList<>()).add(window);
      }
    }
    SortedMap<String, LongLongMap> times = new TreeMap<>();
    servers.forEach((server, own) -> times.put(server, times(own)));
    return times;
  }

  private static LongLongMap times(List<StoredWindow> windows) {
    DigestSums sums = SpanScan.of(windows, List.of(Measure.TIME_MICROS)).sums();
    LongLongHashMap times = new LongLongHashMap();
    for (int id = 0; id < sums.size(); id++) {
      times.addToValue(sums.digest(id), sums.value(id, Measure.TIME_MICROS));
    }
    return times;
  }
}
