package dev.watershed.benchmarks.fleet.traffic;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What clients sent, counted where it was sent. Not for several threads. */
public final class TrafficCounts {

  /**
   * How transactions of a class ended.
   *
   * @param committed how many
   * @param rolledBack how many
   */
  public record Outcomes(long committed, long rolledBack) {
    Outcomes plus(Outcomes other) {
      return new Outcomes(committed + other.committed, rolledBack + other.rolledBack);
    }
  }

  private final SortedMap<LoadKey, LoadSum> load = new TreeMap<>();
  private final SortedMap<TransactionKey, Outcomes> transactions = new TreeMap<>();
  private final SortedMap<CallKey, Long> calls = new TreeMap<>();
  private final SortedMap<String, Long> retries = new TreeMap<>();

  /** The sum of what many clients counted. */
  public static TrafficCounts sum(Collection<TrafficCounts> parts) {
    TrafficCounts sum = new TrafficCounts();
    for (TrafficCounts part : parts) {
      part.load.forEach((key, value) -> sum.load.merge(key, value, LoadSum::plus));
      part.transactions.forEach((key, value) -> sum.transactions.merge(key, value, Outcomes::plus));
      part.calls.forEach((key, value) -> sum.calls.merge(key, value, Long::sum));
      part.retries.forEach((key, value) -> sum.retries.merge(key, value, Long::sum));
    }
    return sum;
  }

  void execution(LoadKey key, boolean failed, long micros) {
    load.merge(key, new LoadSum(1, failed ? 1 : 0, micros), LoadSum::plus);
  }

  void transaction(String service, List<Long> digests, boolean committed) {
    if (!digests.isEmpty()) {
      transactions.merge(
          new TransactionKey(service, digests),
          new Outcomes(committed ? 1 : 0, committed ? 0 : 1),
          Outcomes::plus);
    }
  }

  void call(CallKey key) {
    calls.merge(key, 1L, Long::sum);
  }

  void retry(String service) {
    retries.merge(service, 1L, Long::sum);
  }

  /** Executions per service, module and digest. */
  public SortedMap<LoadKey, LoadSum> load() {
    return load;
  }

  /** Transactions per class. */
  public SortedMap<TransactionKey, Outcomes> transactions() {
    return transactions;
  }

  /** Statements that one service has another one run. */
  public SortedMap<CallKey, Long> calls() {
    return calls;
  }

  /** Actions begun again after a deadlock or a lock wait that took too long, per service. */
  public SortedMap<String, Long> retries() {
    return retries;
  }
}
