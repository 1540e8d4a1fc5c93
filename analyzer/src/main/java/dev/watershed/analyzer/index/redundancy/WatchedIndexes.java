package dev.watershed.analyzer.index.redundancy;

import java.util.Map;

/**
 * For how long the use of indexes was watched since catalogs show them: on the server where it was
 * least.
 *
 * @param seconds those that every catalog shows; 0 where nobody knows how old they are
 * @param later those that came later, or were changed since
 */
public record WatchedIndexes(double seconds, Map<IndexUsage.Name, Double> later) {

  public WatchedIndexes {
    later = Map.copyOf(later);
  }

  /** All of them for so long. */
  public static WatchedIndexes all(double seconds) {
    return new WatchedIndexes(seconds, Map.of());
  }

  double seconds(IndexUsage.Name index) {
    return later.getOrDefault(index, seconds);
  }

  boolean later(IndexUsage.Name index) {
    return later.containsKey(index);
  }
}
