package dev.watershed.spark.collect;

import dev.watershed.collector.follow.StretchChain;
import dev.watershed.collector.follow.WindowStart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;

/** What tasks read of one server's log so far, and what of it holds. Not thread-safe. */
final class ReadLog {

  /**
   * A reading, and where its windows are kept.
   *
   * @param partition of the data set in which it is alone
   */
  record Kept(StretchResult summary, JavaRDD<StretchResult> results, int partition) {

    /** With its windows. */
    StretchResult whole() {
      return results.collectPartitions(new int[] {partition})[0].get(0);
    }
  }

  private final Map<WindowStart, Kept> others = new HashMap<>();
  private Optional<Kept> first = Optional.empty();

  /** Takes in what a task read. */
  void add(Kept kept) {
    StretchResult summary = kept.summary();
    if (summary.begins().isPresent()) {
      others.put(summary.begins().get(), kept);
    } else if (summary.found() || summary.failed() && first.isEmpty()) {
      first = Optional.of(kept);
    }
  }

  /** The readings that hold, up to where nobody began or reading failed. */
  StretchChain<Kept> chain() {
    return StretchChain.of(first.orElseThrow(), others, kept -> kept.summary().ends());
  }

  /** Where a reading began that may hold. */
  Set<WindowStart> starts() {
    return others.keySet();
  }

  /** Why the log could not be read to its end. */
  static Optional<String> failure(List<Kept> readings) {
    StretchResult last = readings.get(readings.size() - 1).summary();
    return last.failed() ? Optional.of(last.failure()) : Optional.empty();
  }
}
