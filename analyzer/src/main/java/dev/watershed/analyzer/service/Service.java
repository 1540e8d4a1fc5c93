package dev.watershed.analyzer.service;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A service as the configuration declares it.
 *
 * @param name unique
 * @param team who answers for it
 * @param match what its statements have in common; a service without one is claimed by its modules
 * @param owns the tables it owns
 * @param reads the tables of others that it may read
 * @param modules its parts, in the order of the file
 */
public record Service(
    String name,
    Optional<String> team,
    Optional<Match> match,
    List<TablePattern> owns,
    List<TablePattern> reads,
    List<ServiceModule> modules) {

  public Service {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a service needs a name");
    }
    Objects.requireNonNull(team, "team");
    Objects.requireNonNull(match, "match");
    owns = List.copyOf(owns);
    reads = List.copyOf(reads);
    modules = List.copyOf(modules);
  }
}
