package dev.watershed.collector.server.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The time for looks: it only goes forward. */
public interface RoundClock {

  /** Now. */
  Instant now();

  /**
   * Waits.
   *
   * @return whether it was stopped before the time had passed
   */
  boolean await(CountDownLatch stopped, Duration time) throws InterruptedException;

  /** The time of this machine from now on, whatever its clock is set to later. */
  static RoundClock ofMachine(Instant now) {
    long start = System.nanoTime();
    return new RoundClock() {
      @Override
      public Instant now() {
        return now.plusNanos(System.nanoTime() - start);
      }

      @Override
      public boolean await(CountDownLatch stopped, Duration time) throws InterruptedException {
        return stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
      }
    };
  }
}
