package dev.watershed.analyzer.ranking;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A line of a ranking.
 *
 * @param key what the group has in common
 * @param figures what it cost
 * @param share its part of all execution time, 0 to 1; unknown where a threshold hides the rest
 * @param services the services that ran it, by the time they took, without the unattributed part
 * @param schemas the schemas it ran in, likewise, without the unknown one
 */
public record GroupFacts(
    GroupKey key,
    Figures figures,
    OptionalDouble share,
    List<String> services,
    List<String> schemas) {

  public GroupFacts {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(figures, "figures");
    Objects.requireNonNull(share, "share");
    services = List.copyOf(services);
    schemas = List.copyOf(schemas);
  }
}
