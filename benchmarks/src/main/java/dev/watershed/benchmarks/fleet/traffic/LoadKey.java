package dev.watershed.benchmarks.fleet.traffic;

import java.util.Comparator;

/**
 * Whose executions of what are counted together.
 *
 * @param service the service whose account sent them
 * @param module of the service; empty where it has none
 * @param digest of the statement
 */
public record LoadKey(String service, String module, long digest) implements Comparable<LoadKey> {

  private static final Comparator<LoadKey> ORDER =
      Comparator.comparing(LoadKey::service)
          .thenComparing(LoadKey::module)
          .thenComparingLong(LoadKey::digest);

  @Override
  public int compareTo(LoadKey other) {
    return ORDER.compare(this, other);
  }
}
