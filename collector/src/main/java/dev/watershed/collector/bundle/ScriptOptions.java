package dev.watershed.collector.bundle;

import java.time.Duration;
import java.util.Optional;

/**
 * What a script does.
 *
 * @param server the server's name in the configuration; without one its host name stands for it
 * @param samples how many it takes
 * @param every the time from one to the next, in whole seconds
 * @param catalog whether it reads tables, columns, indexes and so on
 * @param bodies whether it prints what may hold literals in definitions
 */
public record ScriptOptions(
    Optional<String> server, int samples, Duration every, boolean catalog, boolean bodies) {

  public ScriptOptions {
    if (samples < 1) {
      throw new IllegalArgumentException("samples: expected one at least, found " + samples);
    }
    if (every.toSeconds() < 1 || every.toNanosPart() != 0) {
      throw new IllegalArgumentException("every: expected whole seconds, found " + every);
    }
    if (server.isPresent() && server.get().chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("server: a name with a control character");
    }
  }
}
