package dev.watershed.collector.server.rounds;

import java.time.Instant;
import java.util.Objects;

/**
 * One look at a server.
 *
 * @param number of its interval, from 0: intervals that follow each other directly are neighbours
 *     in number
 * @param at when
 * @param intervalMicros how long the interval is: what the look stands for
 * @param offsetMicros how much of the interval had passed: chosen by chance, evenly
 */
public record Round(long number, Instant at, long intervalMicros, long offsetMicros) {

  public Round {
    Objects.requireNonNull(at, "at");
    if (intervalMicros < 1 || offsetMicros < 0) {
      throw new IllegalArgumentException(offsetMicros + " of " + intervalMicros + " µs");
    }
  }
}
