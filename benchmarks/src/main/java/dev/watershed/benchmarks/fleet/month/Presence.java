package dev.watershed.benchmarks.fleet.month;

import java.time.Instant;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Which connections take part whenever a slice is played, so that no week has what another one has.
 * The same seed, time and connection give the same answer.
 *
 * @param chance that one takes part, 0 to 1
 */
public record Presence(double chance, long seed) {

  /** Everybody, always. */
  public static final Presence ALL = new Presence(1, 0);

  public Presence {
    if (!(chance > 0 && chance <= 1)) {
      throw new IllegalArgumentException("a chance of " + chance + "; expected 0 to 1");
    }
  }

  boolean takesPart(Instant at, String connection) {
    int hash = Objects.hash(seed, at.getEpochSecond(), connection);
    return chance == 1 || new SplittableRandom(hash).nextDouble() < chance;
  }
}
