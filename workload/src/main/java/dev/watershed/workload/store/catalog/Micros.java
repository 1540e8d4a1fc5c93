package dev.watershed.workload.store.catalog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as microseconds since 1970. */
final class Micros {

  private Micros() {}

  static long of(Instant instant) {
    // Not ChronoUnit.between, which counts nanoseconds and so ends in the year 2262.
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
