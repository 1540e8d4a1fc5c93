package dev.watershed.cli.command;

import dev.watershed.analyzer.coverage.ServerPlacement;
import dev.watershed.analyzer.index.input.DataSet;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ServerConfiguration;
import dev.watershed.cli.config.ServerRole;
import java.util.List;

/** Which servers hold the same data, as the configuration says. */
final class ClusterMembers {

  private ClusterMembers() {}

  /** Of every cluster, also those of which nothing was collected. */
  static List<DataSet.Member> of(Configuration configuration) {
    return configuration.servers().stream()
        .flatMap(
            server ->
                server.place().cluster().stream()
                    .map(cluster -> new DataSet.Member(cluster, server.name())))
        .toList();
  }

  /** Where a server stands; unknown if it is not configured. */
  static ServerPlacement placement(Configuration configuration, String server) {
    return configuration.servers().stream()
        .filter(each -> each.name().equals(server))
        .map(ServerConfiguration::place)
        .map(place -> new ServerPlacement(place.cluster(), place.role().map(ServerRole::key)))
        .findFirst()
        .orElse(ServerPlacement.UNKNOWN);
  }
}
