package dev.watershed.analyzer.coupling.input;

import dev.watershed.analyzer.understanding.CatalogReader;
import dev.watershed.workload.catalog.Catalog;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A set of data and the servers that hold it: a primary and its replicas, or one server.
 *
 * @param name of the cluster, or of the one server
 * @param catalog what tables there are; empty if none was collected
 * @param reader says what statements do that are read with this catalog
 * @param servers by name, at least one
 */
public record CoupledData(
    String name, Optional<Catalog> catalog, CatalogReader reader, List<CoupledServer> servers) {

  private static final double LEAST_SECONDS = 1;

  public CoupledData {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(catalog, "catalog");
    Objects.requireNonNull(reader, "reader");
    servers = servers.stream().sorted(Comparator.comparing(CoupledServer::server)).toList();
    if (servers.isEmpty()) {
      throw new IllegalArgumentException("data set " + name + " on no server");
    }
  }

  /** The longest time for which statements of one of the servers were seen; never 0. */
  public double observedSeconds() {
    return servers.stream()
        .mapToDouble(CoupledServer::observedSeconds)
        .reduce(LEAST_SECONDS, Math::max);
  }
}
