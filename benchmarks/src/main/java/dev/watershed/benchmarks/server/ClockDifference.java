package dev.watershed.benchmarks.server;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** How far two sources are apart that timed the same executions, by digest. */
final class ClockDifference {

  private static final double LONG_MICROS = 10_000;
  private static final Sum NONE = new Sum(0, 0);

  private final List<Digest> digests;

  /**
   * What a source says of a digest.
   *
   * @param micros of all calls
   */
  record Sum(long calls, long micros) {

    Sum and(Sum other) {
      return new Sum(calls + other.calls, micros + other.micros);
    }

    /** Microseconds a call; 0 of none. */
    double mean() {
      return calls == 0 ? 0 : (double) micros / calls;
    }
  }

  /** What both say of a digest; no calls where one does not know it. */
  record Digest(String text, Sum counted, Sum logged) {

    /** How far the mean times are apart, of the counted one; 1 where that is not known. */
    double share() {
      double apart = Math.abs(counted.mean() - logged.mean());
      return counted.mean() == 0 ? Math.signum(apart) : apart / counted.mean();
    }
  }

  /** Of sums by text. */
  ClockDifference(SortedMap<String, Sum> counted, SortedMap<String, Sum> logged) {
    SortedSet<String> texts = new TreeSet<>(counted.keySet());
    texts.addAll(logged.keySet());
    this.digests =
        texts.stream()
            .map(
                text ->
                    new Digest(
                        text, counted.getOrDefault(text, NONE), logged.getOrDefault(text, NONE)))
            .toList();
  }

  /** All, by their texts. */
  List<Digest> digests() {
    return digests;
  }

  /** Those that take 10 ms a call and more by either source. */
  List<Digest> longOnes() {
    return digests.stream()
        .filter(each -> Math.max(each.counted().mean(), each.logged().mean()) >= LONG_MICROS)
        .toList();
  }

  /** Whether both know the same calls of each. */
  boolean sameCalls() {
    return digests.stream().allMatch(each -> each.counted().calls() == each.logged().calls());
  }
}
