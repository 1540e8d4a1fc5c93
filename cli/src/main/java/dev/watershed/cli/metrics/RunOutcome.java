package dev.watershed.cli.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * How one run of a command went.
 *
 * @param command its name, lower-case letters
 * @param ended when
 * @param duration how long it took
 * @param exitCode what it ended with; 0 is a success
 * @param sources what it read; empty for commands that read no sources, or came to none
 */
public record RunOutcome(
    String command, Instant ended, Duration duration, int exitCode, List<SourceFigures> sources) {

  public RunOutcome {
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(ended, "ended");
    sources = List.copyOf(sources);
    if (duration.isNegative()) {
      throw new IllegalArgumentException("a run of " + duration);
    }
  }

  boolean succeeded() {
    return exitCode == 0;
  }
}
