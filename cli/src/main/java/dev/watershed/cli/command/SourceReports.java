package dev.watershed.cli.command;

import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ServerConfiguration;
import dev.watershed.reports.CollectedSource;
import java.util.ArrayList;
import java.util.List;

/** What became of the sources of each server, as one. */
final class SourceReports {

  private SourceReports() {}

  /** One report per server that has a source, in the order of the configuration. */
  static List<CollectedSource> merged(Configuration configuration, List<CollectedSource> sources) {
    List<CollectedSource> merged = new ArrayList<>();
    for (ServerConfiguration server : configuration.servers()) {
      List<CollectedSource> own =
          sources.stream().filter(source -> source.server().equals(server.name())).toList();
      if (!own.isEmpty()) {
        merged.add(
            new CollectedSource(
                server.name(),
                own.stream().mapToLong(CollectedSource::windows).sum(),
                own.stream().mapToLong(CollectedSource::events).sum(),
                own.stream().flatMap(source -> source.notes().stream()).toList(),
                own.stream().flatMap(source -> source.failures().stream()).toList()));
      }
    }
    return merged;
  }
}
