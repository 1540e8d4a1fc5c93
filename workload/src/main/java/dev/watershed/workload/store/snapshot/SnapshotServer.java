package dev.watershed.workload.store.snapshot;

import dev.watershed.workload.Workload;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.observation.Observations;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * All that a snapshot holds of a server.
 *
 * @param server its name in the configuration
 * @param source what its statements were read from, such as {@code slowlog}
 * @param from when the first window begins
 * @param until when the last one ends, exclusive
 * @param workload reduced: without samples, minutes, accounts and hosts
 * @param observations likewise
 * @param catalog without literals
 * @param before the same with those indexes alone that were there as long as the server was
 *     watched: an earlier catalog, since minutes have no time
 */
public record SnapshotServer(
    String server,
    String source,
    Instant from,
    Instant until,
    Workload workload,
    Observations observations,
    Optional<Catalog> catalog,
    Optional<Catalog> before) {

  public SnapshotServer {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(workload, "workload");
    Objects.requireNonNull(observations, "observations");
    Objects.requireNonNull(catalog, "catalog");
    Objects.requireNonNull(before, "before");
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("from " + from + " until " + until);
    }
  }

  /** One of whose indexes nobody knows how old they are. */
  public SnapshotServer(
      String server,
      String source,
      Instant from,
      Instant until,
      Workload workload,
      Observations observations,
      Optional<Catalog> catalog) {
    this(server, source, from, until, workload, observations, catalog, Optional.empty());
  }
}
