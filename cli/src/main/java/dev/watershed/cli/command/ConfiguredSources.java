package dev.watershed.cli.command;

import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ServerConfiguration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.collector.catalog.CatalogWindows;
import dev.watershed.collector.dump.FollowedDump;
import dev.watershed.collector.follow.FollowedLog;
import dev.watershed.collector.follow.StoreWindows;
import dev.watershed.collector.follow.WindowSink;
import dev.watershed.collector.server.connection.ServerAddress;
import dev.watershed.collector.slowlog.SlowLogOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Everything that a configuration names to be read: logs, servers, proxies, hosts, catalogs. */
final class ConfiguredSources {

  private final CommandContext context;
  private final Configuration configuration;
  private final List<FollowedLog> logs;
  private final List<FollowedDump> dumps;
  private final List<ServerAddress> addresses;

  private ConfiguredSources(CommandContext context, Configuration configuration)
      throws CommandException {
    this.context = context;
    this.configuration = configuration;
    this.logs = FollowedServers.of(configuration, context.clock().instant());
    this.dumps = FollowedServers.dumps(configuration);
    this.addresses = SampledServers.of(context, configuration);
  }

  /**
   * The sources of a configuration. None of them is read yet.
   *
   * @param file of the configuration, for messages
   * @throws CommandException if there is none, or a password cannot be found
   */
  static ConfiguredSources of(CommandContext context, Configuration configuration, Path file)
      throws CommandException {
    ConfiguredSources sources = new ConfiguredSources(context, configuration);
    if (sources.none()) {
      throw new CommandException(
          ExitCode.USAGE,
          file
              + ": no server has a url, a slowLog that is a file, or a catalog; expected one, such as"
              + " servers: [{name: booking-1, slowLog: /var/log/mysql/slow.log}]");
    }
    return sources;
  }

  private boolean none() {
    boolean exports =
        configuration.servers().stream()
            .anyMatch(
                server ->
                    server.proxy().isPresent() || server.place().capacity().metrics().isPresent());
    return logs.isEmpty() && addresses.isEmpty() && dumps.isEmpty() && !exports;
  }

  /**
   * A run per source, in the order of the servers, the catalogs last.
   *
   * @param again whether they are read again and again
   * @param stored the windows in place
   * @param sink where further ones go
   * @throws IOException if the windows in place cannot be read
   */
  List<SourceRun> runs(boolean again, StoreWindows stored, WindowSink sink, CatalogWindows catalogs)
      throws CommandException, IOException {
    AskedServers asked = AskedServers.of(context, addresses, stored);
    List<SourceRun> runs = new ArrayList<>();
    for (ServerConfiguration server : configuration.servers()) {
      logs.stream()
          .filter(log -> log.server().equals(server.name()))
          .forEach(log -> runs.add(run(FollowedSource.of(log, sink))));
      for (ServerAddress address : addresses) {
        if (address.name().equals(server.name())) {
          SlowLogOptions reading = FollowedServers.options(configuration, server, now());
          if (server.slowLogInTable()) {
            runs.add(run(SampledServers.slowLog(server, address, asked, reading, sink)));
          }
          runs.add(
              run(SampledServers.follow(context, server, address, asked, reading, again, sink)));
        }
      }
      FollowedServers.exports(configuration, server, context.clock(), sink)
          .forEach(source -> runs.add(run(source)));
    }
    runs.addAll(new CatalogSources(context, catalogs).runs(configuration, dumps, addresses));
    return runs;
  }

  private ServerRun run(FollowedSource source) {
    return new ServerRun(context, source);
  }

  private Instant now() {
    return context.clock().instant();
  }
}
