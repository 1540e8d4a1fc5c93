package dev.watershed.analyzer.service;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A part of a service with a team of its own.
 *
 * @param name unique in its service
 * @param team who answers for it
 * @param match what its statements have in common; empty if only its tables are known
 * @param owns the tables it owns
 * @param reads the tables of others that it may read
 */
public record ServiceModule(
    String name,
    Optional<String> team,
    Optional<Match> match,
    List<TablePattern> owns,
    List<TablePattern> reads) {

  public ServiceModule {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a module needs a name");
    }
    Objects.requireNonNull(team, "team");
    Objects.requireNonNull(match, "match");
    owns = List.copyOf(owns);
    reads = List.copyOf(reads);
  }
}
