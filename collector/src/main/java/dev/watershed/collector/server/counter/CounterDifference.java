package dev.watershed.collector.server.counter;

import java.util.Map;

/**
 * What was counted between two looks.
 *
 * @param rows the keys that something was counted for, each counter's difference; not to be changed
 * @param resets how many keys had been set back in between: what was counted for them before that
 *     is not known
 * @param vanished how many keys are not there any more: dropped, or set back to nothing
 */
public record CounterDifference<K>(Map<K, long[]> rows, long resets, long vanished) {

  public CounterDifference {
    rows = Map.copyOf(rows);
  }

  /** How many keys may have counted something that nobody saw. */
  public long lost() {
    return resets + vanished;
  }
}
