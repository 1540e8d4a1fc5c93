package dev.watershed.collector.slowlog;

import java.time.Instant;

/** Instants as microseconds since 1970-01-01T00:00:00Z. */
final class Micros {

  private static final long PER_SECOND = 1_000_000L;

  private Micros() {}

  static long of(Instant instant) {
    return instant.getEpochSecond() * PER_SECOND + instant.getNano() / 1_000;
  }

  static Instant toInstant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * 1_000);
  }
}
