package dev.watershed.workload.store.column;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as columns hold them: microseconds since 1970-01-01T00:00Z. */
public final class Micros {

  private Micros() {}

  /**
   * The microseconds of an instant, rounded down.
   *
   * @throws ArithmeticException if they are too many for 64 bits
   */
  public static long of(Instant instant) {
    // Not ChronoUnit.between, which counts nanoseconds and so ends in the year 2262.
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
  }

  /** The instant of microseconds; there is one for any number. */
  public static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
