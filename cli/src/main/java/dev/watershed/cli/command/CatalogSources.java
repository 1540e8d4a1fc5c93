package dev.watershed.cli.command;

import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ServerConfiguration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.collector.catalog.CatalogWindows;
import dev.watershed.collector.dump.DumpCollector;
import dev.watershed.collector.dump.FollowedDump;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.catalog.CatalogCollector;
import dev.watershed.collector.server.catalog.ServerCatalogReader;
import dev.watershed.collector.server.connection.ServerAddress;
import dev.watershed.workload.store.window.WindowSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the catalogs of the servers of a configuration come from: dumps, else the servers. */
final class CatalogSources {

  private final CommandContext context;
  private final CatalogWindows windows;

  CatalogSources(CommandContext context, CatalogWindows windows) {
    this.context = context;
    this.windows = windows;
  }

  /**
   * A run per catalog, in the order of the servers. A server that has a dump is not asked.
   *
   * @param addresses the servers that can be asked
   */
  List<SourceRun> runs(
      Configuration configuration, List<FollowedDump> dumps, List<ServerAddress> addresses) {
    CatalogCollector collector = new CatalogCollector(windows, configuration.rawSamples());
    List<SourceRun> runs = new ArrayList<>();
    for (ServerConfiguration server : configuration.servers()) {
      if (server.catalog().isPresent()) {
        dumps.stream()
            .filter(dump -> dump.server().equals(server.name()))
            .forEach(dump -> runs.add(dumped(dump)));
      } else {
        addresses.stream()
            .filter(address -> address.name().equals(server.name()))
            .forEach(address -> runs.add(live(address, collector, configuration.rawSamples())));
      }
    }
    return runs;
  }

  private CatalogRun dumped(FollowedDump dump) {
    DumpCollector collector = new DumpCollector(windows);
    return new CatalogRun(
        context, dump.server(), (now, stopped) -> Optional.of(collector.look(dump, now)));
  }

  private CatalogRun live(ServerAddress address, CatalogCollector collector, boolean raw) {
    ServerCatalogReader reader = new ServerCatalogReader(address, raw);
    return new CatalogRun(
        context,
        address.name(),
        (now, stopped) -> {
          try {
            return collector.look(address.name(), reader, now, stopped);
          } catch (ServerException e) {
            throw new ServerException(e.problem(), WindowSource.CATALOG + ": " + e.getMessage(), e);
          }
        });
  }
}
