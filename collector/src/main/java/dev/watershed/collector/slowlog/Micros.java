package dev.watershed.collector.slowlog;

import java.time.Instant;

/** Instants as microseconds since 1970-01-01T00:00:00Z. */
final class Micros {

  private Micros() {}

  static long of(Instant instant) {
    return instant.getEpochSecond() * 1_000_000L + instant.getNano() / 1_000;
  }
}
