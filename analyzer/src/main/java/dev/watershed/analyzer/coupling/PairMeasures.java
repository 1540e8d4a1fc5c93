package dev.watershed.analyzer.coupling;

import java.util.Comparator;

/**
 * What couples two services; hubs do not count.
 *
 * @param first the index of a party
 * @param second a greater one
 * @param jaccard weighted Jaccard, Σ min(a(s,t), a(u,t)) / Σ max(a(s,t), a(u,t)) over tables t,
 *     with a the calls per second that name t: 1 where both use the same tables alike, 0 where they
 *     share none
 * @param writeWritePerSecond Σ over t of min(w(s,t), w(u,t)), w the writes per second that name t
 * @param joinsPerSecond calls of statements, whoever sends them, that name tables of both
 * @param transactionsPerSecond transactions, whoever runs them, that use tables of both. A
 *     transaction over three owners is in three pairs: sums of pairs over-count
 * @param lockWaitSeconds seconds that one waited for row locks of the other, by samples
 */
public record PairMeasures(
    int first,
    int second,
    double jaccard,
    double writeWritePerSecond,
    double joinsPerSecond,
    double transactionsPerSecond,
    double lockWaitSeconds) {

  /** Those that share most first. */
  public static Comparator<PairMeasures> mostSharedFirst() {
    return Comparator.comparingDouble(PairMeasures::jaccard)
        .reversed()
        .thenComparing(PairMeasures::first)
        .thenComparing(PairMeasures::second);
  }

  /** Whether anything couples them. */
  boolean any() {
    return jaccard > 0
        || writeWritePerSecond > 0
        || joinsPerSecond > 0
        || transactionsPerSecond > 0
        || lockWaitSeconds > 0;
  }
}
