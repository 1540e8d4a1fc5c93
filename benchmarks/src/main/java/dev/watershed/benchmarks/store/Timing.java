package dev.watershed.benchmarks.store;

import java.util.Arrays;
import java.util.concurrent.Callable;

/**
 * How long a question took.
 *
 * @param firstSeconds the first time, which for the first question of a process is cold
 * @param medianSeconds of all rounds
 */
record Timing(double firstSeconds, double medianSeconds) {

  private static final double NANOS_PER_SECOND = 1e9;

  static Timing of(Callable<?> question, int rounds) throws Exception {
    double[] seconds = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      question.call();
      seconds[round] = (System.nanoTime() - start) / NANOS_PER_SECOND;
    }
    double first = seconds[0];
    Arrays.sort(seconds);
    return new Timing(first, seconds[rounds / 2]);
  }
}
