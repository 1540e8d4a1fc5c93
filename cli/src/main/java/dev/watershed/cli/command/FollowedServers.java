package dev.watershed.cli.command;

import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ServerConfiguration;
import dev.watershed.cli.console.CommandException;
import dev.watershed.collector.dump.FollowedDump;
import dev.watershed.collector.follow.FollowedLog;
import dev.watershed.collector.follow.WindowSink;
import dev.watershed.collector.host.FollowedHost;
import dev.watershed.collector.proxy.FollowedProxy;
import dev.watershed.collector.slowlog.SlowLogOptions;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.LiteralPolicy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The servers of a configuration whose slow log or dump is a file, and how these are read. */
public final class FollowedServers {

  /** Values of {@code slowLog} that are no file. */
  private static final Set<String> NO_FILE = Set.of("table", "none");

  private FollowedServers() {}

  /** The logs to follow. */
  static List<FollowedLog> of(Configuration configuration, Instant now) throws CommandException {
    List<FollowedLog> logs = new ArrayList<>();
    for (ServerConfiguration server : configuration.servers()) {
      Optional<String> path = server.slowLog().filter(name -> !NO_FILE.contains(name));
      if (path.isPresent()) {
        logs.add(
            new FollowedLog(
                server.name(),
                configuration.folder().resolve(path.get()),
                path.get(),
                options(configuration, server, now)));
      }
    }
    return logs;
  }

  /** What proxies counted, and the metrics of hosts: files beside what a server itself shows. */
  static List<FollowedSource> exports(
      Configuration configuration, ServerConfiguration server, Clock clock, WindowSink sink)
      throws CommandException {
    List<FollowedSource> sources = new ArrayList<>();
    if (server.proxy().isPresent()) {
      String name = server.proxy().get().digests();
      sources.add(
          FollowedSource.of(
              new FollowedProxy(
                  server.name(),
                  configuration.folder().resolve(name),
                  name,
                  Set.copyOf(server.proxy().get().hostgroups()),
                  options(configuration, server, clock.instant())),
              sink,
              clock));
    }
    server
        .place()
        .capacity()
        .metrics()
        .map(name -> new FollowedHost(server.name(), configuration.folder().resolve(name), name))
        .ifPresent(host -> sources.add(FollowedSource.of(host, sink, clock)));
    return sources;
  }

  /** The dumps to look at. */
  static List<FollowedDump> dumps(Configuration configuration) {
    LiteralPolicy literals = configuration.rawSamples() ? LiteralPolicy.KEEP : LiteralPolicy.REDACT;
    List<FollowedDump> dumps = new ArrayList<>();
    for (ServerConfiguration server : configuration.servers()) {
      server
          .catalog()
          .ifPresent(
              path ->
                  dumps.add(
                      new FollowedDump(
                          server.name(),
                          configuration.folder().resolve(path),
                          path,
                          server.sqlMode().orElseGet(SqlMode::standard),
                          literals)));
    }
    return dumps;
  }

  /** As for reading at once, but with every tag that a later mapping may ask for. */
  public static SlowLogOptions options(
      Configuration configuration, ServerConfiguration server, Instant now)
      throws CommandException {
    InputOptions none = InputOptions.ofConfiguration(Optional.empty());
    SlowLogOptions combined =
        new ReaderOptions(none, configuration, ServerSettings.of(server), now).combined();
    Set<String> tags = new LinkedHashSet<>(SlowLogOptions.USUAL_TAGS);
    tags.addAll(configuration.services().tagKeys());
    return combined.withTagKeys(List.copyOf(tags));
  }
}
