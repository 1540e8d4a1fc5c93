package dev.watershed.analyzer.structure;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Tables that belong together in practice.
 *
 * @param name what most of them share, unique among clusters
 * @param tables indexes, ascending; at least two
 * @param services indexes of the parties that work mostly on them, ascending
 * @param schema that of most tables
 * @param stem how the names of most tables begin, with the schema
 * @param owner of most tables that have one, declared or proposed with some confidence
 * @param stability how often two of its tables are together with other seeds: a mean from 0 to 1
 * @param callsPerSecond of statements that use any of its tables
 */
public record Cluster(
    String name,
    List<Integer> tables,
    List<Integer> services,
    Dominant schema,
    Optional<Dominant> stem,
    Optional<Dominant> owner,
    double stability,
    double callsPerSecond) {

  /**
   * What most tables of a cluster have.
   *
   * @param share of the cluster's tables
   */
  public record Dominant(String name, double share) {

    public Dominant {
      Objects.requireNonNull(name, "name");
    }
  }

  public Cluster {
    Objects.requireNonNull(name, "name");
    tables = List.copyOf(tables);
    services = List.copyOf(services);
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(stem, "stem");
    Objects.requireNonNull(owner, "owner");
    if (tables.size() < 2) {
      throw new IllegalArgumentException("cluster " + name + " of " + tables.size() + " tables");
    }
  }
}
