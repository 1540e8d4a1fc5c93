package dev.watershed.cli.command;

import dev.watershed.analyzer.index.input.DataSet;
import dev.watershed.cli.config.Configuration;
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
}
