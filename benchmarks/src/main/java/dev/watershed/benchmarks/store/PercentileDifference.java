package dev.watershed.benchmarks.store;

import dev.watershed.benchmarks.store.DuckStore.Answer;
import dev.watershed.workload.LatencyBuckets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether percentiles in microseconds lie in the buckets in which somebody else found them. A
 * percentile is interpolated, so that it may be the upper bound of its bucket.
 */
final class PercentileDifference {

  private PercentileDifference() {}

  /**
   * The first digest about which they differ, and how; empty if they agree about all.
   *
   * @param buckets of digests, in any order
   */
  static Optional<String> first(List<StoreQuestions.Percentile> micros, List<Answer> buckets) {
    if (micros.size() != buckets.size()) {
      return Optional.of(micros.size() + " digests, and " + buckets.size());
    }
    List<StoreQuestions.Percentile> ours =
        micros.stream()
            .sorted(Comparator.comparingLong(StoreQuestions.Percentile::digest))
            .toList();
    List<Answer> theirs =
        buckets.stream().sorted(Comparator.comparingLong(Answer::digest)).toList();
    for (int i = 0; i < ours.size(); i++) {
      if (ours.get(i).digest() != theirs.get(i).digest()
          || !holds((int) theirs.get(i).value(), ours.get(i).micros())) {
        return Optional.of(ours.get(i) + " is not of bucket " + theirs.get(i));
      }
    }
    return Optional.empty();
  }

  private static boolean holds(int bucket, double micros) {
    return LatencyBuckets.lowerMicros(bucket) <= micros
        && micros <= LatencyBuckets.upperMicros(bucket);
  }
}
