package dev.watershed.benchmarks.fleet.traffic;

import java.util.Comparator;

/**
 * One service that has another one run statements.
 *
 * @param from who asks
 * @param to who runs them
 */
public record CallKey(String from, String to) implements Comparable<CallKey> {

  private static final Comparator<CallKey> ORDER =
      Comparator.comparing(CallKey::from).thenComparing(CallKey::to);

  @Override
  public int compareTo(CallKey other) {
    return ORDER.compare(this, other);
  }
}
