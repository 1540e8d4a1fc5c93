package dev.watershed.analyzer.index.input;

import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.IndexAges;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The servers that hold one set of data: a primary and its replicas. What the configuration does
 * not put into one cluster is a set of its own.
 *
 * @param name of the cluster, or of the one server
 * @param servers at least one, the primary first, then by name
 * @param absent other servers of the cluster, of which nothing was read; ordered by name
 */
public record DataSet(String name, List<ServerLoad> servers, List<String> absent) {

  /**
   * A server that the configuration puts into a cluster, whether or not anything is known of it.
   */
  public record Member(String cluster, String server) {

    public Member {
      Objects.requireNonNull(cluster, "cluster");
      Objects.requireNonNull(server, "server");
    }
  }

  public DataSet {
    Objects.requireNonNull(name, "name");
    servers =
        servers.stream()
            .sorted(Comparator.comparing(ServerLoad::replica).thenComparing(ServerLoad::server))
            .toList();
    absent = absent.stream().sorted().toList();
    if (servers.isEmpty()) {
      throw new IllegalArgumentException("data set " + name + " on no server");
    }
  }

  /** Every server of the data. */
  public DataSet(String name, List<ServerLoad> servers) {
    this(name, servers, List.of());
  }

  /**
   * Puts servers together, in the order of the names of the sets.
   *
   * @param members of all clusters
   */
  public static List<DataSet> of(List<ServerLoad> servers, List<Member> members) {
    TreeMap<String, List<ServerLoad>> sets = new TreeMap<>();
    for (ServerLoad server : servers) {
      String set = server.placement().cluster().orElse(server.server());
      sets.computeIfAbsent(set, unused -> new ArrayList<>()).add(server);
    }
    return sets.entrySet().stream()
        .map(set -> new DataSet(set.getKey(), set.getValue(), absent(set.getValue(), members)))
        .toList();
  }

  private static List<String> absent(List<ServerLoad> servers, List<Member> members) {
    Set<String> clusters =
        servers.stream()
            .flatMap(server -> server.placement().cluster().stream())
            .collect(Collectors.toSet());
    Set<String> present = servers.stream().map(ServerLoad::server).collect(Collectors.toSet());
    return members.stream()
        .filter(member -> clusters.contains(member.cluster()))
        .map(Member::server)
        .filter(server -> !present.contains(server))
        .toList();
  }

  /** The catalog that holds for all of them: that of the first server that has one. */
  public Optional<Catalog> catalog() {
    return servers.stream().flatMap(server -> server.catalog().stream()).findFirst();
  }

  /** Since when its indexes are known. */
  IndexAges ages() {
    return servers.stream()
        .filter(server -> server.catalog().isPresent())
        .map(ServerLoad::ages)
        .findFirst()
        .orElse(IndexAges.UNKNOWN);
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
    return servers.size() + absent.size() > 1;
  }
}
