package dev.watershed.cli.config;

import java.util.Objects;
import java.util.Optional;

/**
 * Where a server stands in the fleet.
 *
 * @param cluster shared by the primary and the replicas of one data set
 * @param role its part among them
 * @param capacity what its host has
 * @param cost what it costs
 */
public record ServerPlace(
    Optional<String> cluster,
    Optional<ServerRole> role,
    ServerCapacity capacity,
    Optional<ServerCost> cost) {

  public ServerPlace {
    Objects.requireNonNull(cluster, "cluster");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(capacity, "capacity");
    Objects.requireNonNull(cost, "cost");
  }
}
