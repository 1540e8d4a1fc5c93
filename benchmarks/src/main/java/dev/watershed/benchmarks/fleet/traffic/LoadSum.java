package dev.watershed.benchmarks.fleet.traffic;

/**
 * What clients saw of some executions.
 *
 * @param calls how many were sent
 * @param errors how many of them failed
 * @param clientMicros how long they took by the clients' clocks, in microseconds
 */
public record LoadSum(long calls, long errors, long clientMicros) {

  /** Both together. */
  public LoadSum plus(LoadSum other) {
    return new LoadSum(
        calls + other.calls, errors + other.errors, clientMicros + other.clientMicros);
  }
}
