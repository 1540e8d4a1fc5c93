package dev.watershed.analyzer.index.input;

import dev.watershed.analyzer.coverage.ServerPlacement;
import dev.watershed.workload.Workload;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.IndexAges;
import dev.watershed.workload.observation.Observations;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the store holds of one server.
 *
 * @param server its name in the configuration
 * @param placement where it stands in the fleet
 * @param workload its statements, of one source
 * @param rowsCounted whether that source counts rows
 * @param observedSeconds from the first statement to the last; 0 if there is none
 * @param longQueryTimeSeconds statements below it are missing; empty if unknown
 * @param observed what it showed besides
 * @param catalog empty if none was collected
 * @param ages since when catalogs show its indexes
 */
public record ServerLoad(
    String server,
    ServerPlacement placement,
    Workload workload,
    boolean rowsCounted,
    double observedSeconds,
    OptionalDouble longQueryTimeSeconds,
    Observations observed,
    Optional<Catalog> catalog,
    IndexAges ages) {

  public ServerLoad {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(placement, "placement");
    Objects.requireNonNull(workload, "workload");
    Objects.requireNonNull(longQueryTimeSeconds, "longQueryTimeSeconds");
    Objects.requireNonNull(observed, "observed");
    Objects.requireNonNull(catalog, "catalog");
    Objects.requireNonNull(ages, "ages");
  }

  /** One of which no other catalog is known. */
  public ServerLoad(
      String server,
      ServerPlacement placement,
      Workload workload,
      boolean rowsCounted,
      double observedSeconds,
      OptionalDouble longQueryTimeSeconds,
      Observations observed,
      Optional<Catalog> catalog) {
    this(
        server,
        placement,
        workload,
        rowsCounted,
        observedSeconds,
        longQueryTimeSeconds,
        observed,
        catalog,
        catalog.map(IndexAges::of).orElse(IndexAges.UNKNOWN));
  }

  /** Whether the configuration calls it a replica. */
  boolean replica() {
    return placement.role().filter("replica"::equals).isPresent();
  }
}
