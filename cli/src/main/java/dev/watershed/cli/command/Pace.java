package dev.watershed.cli.command;

import dev.watershed.cli.console.Termination;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When the servers are looked at: once, or again and again until a time or until told to end. */
final class Pace {

  private final Clock clock;
  private final Optional<Duration> every;
  private final Optional<Instant> until;
  private final Termination termination;

  /**
   * @param every from look to look; empty for a single one
   * @param until when the last pause ends; empty for never
   */
  Pace(Clock clock, Optional<Duration> every, Optional<Instant> until, Termination termination) {
    this.clock = clock;
    this.every = every;
    this.until = until;
    this.termination = termination;
  }

  /** Waits for the next look; whether there is one. */
  boolean again() {
    if (every.isEmpty() || stopped() || over()) {
      return false;
    }
    Duration left = until.map(end -> Duration.between(now(), end)).orElse(every.get());
    termination.await(left.compareTo(every.get()) < 0 ? left : every.get());
    return true;
  }

  /** Lets all servers come to their end. */
  void stop() {
    termination.request();
  }

  /** Whether the process was told to end. */
  boolean stopped() {
    return termination.requested();
  }

  Instant now() {
    return clock.instant();
  }

  private boolean over() {
    return until.isPresent() && !now().isBefore(until.get());
  }
}
