package dev.watershed.analyzer.span;

import dev.watershed.analyzer.attribution.FleetLoad;
import dev.watershed.analyzer.coverage.Coverage;
import dev.watershed.analyzer.observation.ObservedFacts;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.analyzer.transaction.TransactionFacts;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a span of a store shows.
 *
 * @param since the start that was asked for; empty for all
 * @param until the end that was asked for, exclusive; empty for all
 * @param ranking the load, ranked
 * @param coverage what was seen of each server
 * @param transactions which statements ran together
 * @param services the load by service
 * @param modules the load by module; of services without modules, by service
 * @param observed what servers showed besides statements
 */
public record SpanFacts(
    Optional<Instant> since,
    Optional<Instant> until,
    WorkloadFacts ranking,
    Coverage coverage,
    TransactionFacts transactions,
    FleetLoad services,
    FleetLoad modules,
    ObservedFacts observed) {

  public SpanFacts {
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(ranking, "ranking");
    Objects.requireNonNull(coverage, "coverage");
    Objects.requireNonNull(transactions, "transactions");
    Objects.requireNonNull(services, "services");
    Objects.requireNonNull(modules, "modules");
    Objects.requireNonNull(observed, "observed");
  }

  /** Where counting began, where that is before {@link #since}: windows count whole. */
  public Optional<Instant> countedFrom() {
    return since.flatMap(asked -> coverage.countedFrom().filter(from -> from.isBefore(asked)));
  }

  /** Where counting ended, where that is after {@link #until}. */
  public Optional<Instant> countedUntil() {
    return until.flatMap(asked -> coverage.countedUntil().filter(end -> end.isAfter(asked)));
  }
}
