package dev.watershed.analyzer.query;

import java.time.Duration;

/**
 * What a query may take.
 *
 * @param rows the most rows of the answer; 0 for all
 * @param time how long it may take
 * @param memoryMebibytes the engine's memory, outside of the Java heap
 * @param threads the engine's threads
 */
public record QueryLimits(long rows, Duration time, int memoryMebibytes, int threads) {

  public QueryLimits {
    if (rows < 0 || time.toSeconds() < 1 || memoryMebibytes < 1 || threads < 1) {
      throw new IllegalArgumentException(
          rows + " rows, " + time + ", " + memoryMebibytes + " MiB, " + threads + " threads");
    }
  }
}
