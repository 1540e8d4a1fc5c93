package dev.watershed.analyzer.coverage;

import java.util.Objects;
import java.util.Optional;

/**
 * Where a server stands in its fleet, as the configuration says.
 *
 * @param cluster shared by the primary and the replicas of one data set
 * @param role {@code primary} or {@code replica}
 */
public record ServerPlacement(Optional<String> cluster, Optional<String> role) {

  /** Nothing is said. */
  public static final ServerPlacement UNKNOWN =
      new ServerPlacement(Optional.empty(), Optional.empty());

  public ServerPlacement {
    Objects.requireNonNull(cluster, "cluster");
    Objects.requireNonNull(role, "role");
  }
}
