package dev.watershed.analyzer.index.input;

import dev.watershed.workload.catalog.Catalog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The servers that hold one set of data: a primary and its replicas. What the configuration does
 * not put into one cluster is a set of its own.
 *
 * @param name of the cluster, or of the one server
 * @param servers at least one, the primary first, then by name
 */
public record DataSet(String name, List<ServerLoad> servers) {

  public DataSet {
    Objects.requireNonNull(name, "name");
    servers =
        servers.stream()
            .sorted(Comparator.comparing(ServerLoad::replica).thenComparing(ServerLoad::server))
            .toList();
    if (servers.isEmpty()) {
      throw new IllegalArgumentException("data set " + name + " on no server");
    }
  }

  /** Puts servers together, in the order of the names of the sets. */
  public static List<DataSet> of(List<ServerLoad> servers) {
    TreeMap<String, List<ServerLoad>> sets = new TreeMap<>();
    for (ServerLoad server : servers) {
      String set = server.placement().cluster().orElse(server.server());
      sets.computeIfAbsent(set, unused -> new ArrayList<>()).add(server);
    }
    return sets.entrySet().stream().map(set -> new DataSet(set.getKey(), set.getValue())).toList();
  }

  /** The catalog that holds for all of them: that of the first server that has one. */
  public Optional<Catalog> catalog() {
    return servers.stream().flatMap(server -> server.catalog().stream()).findFirst();
  }

  /** The names of the servers, the primary first. */
  public List<String> names() {
    return servers.stream().map(ServerLoad::server).toList();
  }

  /** The longest time for which statements of one of the servers were seen; never 0. */
  public double observedSeconds() {
    return Math.max(1, servers.stream().mapToDouble(ServerLoad::observedSeconds).max().orElse(1));
  }

  /** Whether there are replicas. */
  public boolean replicated() {
    return servers.size() > 1;
  }
}
