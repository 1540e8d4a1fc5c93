package dev.watershed.benchmarks.fleet.traffic;

import java.util.Comparator;
import java.util.List;

/**
 * Which statements ran in one transaction.
 *
 * @param service whose transaction it was
 * @param digests of its statements, each once, in ascending order
 */
public record TransactionKey(String service, List<Long> digests)
    implements Comparable<TransactionKey> {

  private static final Comparator<TransactionKey> ORDER =
      Comparator.comparing(TransactionKey::service).thenComparing(key -> key.digests().toString());

  public TransactionKey {
    digests = digests.stream().distinct().sorted().toList();
  }

  @Override
  public int compareTo(TransactionKey other) {
    return ORDER.compare(this, other);
  }
}
