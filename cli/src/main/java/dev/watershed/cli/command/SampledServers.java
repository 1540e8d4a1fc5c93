package dev.watershed.cli.command;

import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ConfigurationException;
import dev.watershed.cli.config.Secret;
import dev.watershed.cli.config.ServerConfiguration;
import dev.watershed.cli.config.ServerSecrets;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.collector.follow.Follower;
import dev.watershed.collector.follow.WindowSink;
import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.connection.ServerAddress;
import dev.watershed.collector.server.connection.ServerLimits;
import dev.watershed.collector.server.connection.ServerPool;
import dev.watershed.collector.server.rounds.RoundLoop;
import dev.watershed.collector.server.rounds.RoundTiming;
import dev.watershed.collector.server.running.SessionResolver;
import dev.watershed.collector.server.sampling.Domains;
import dev.watershed.collector.server.sampling.ServerSampler;
import dev.watershed.collector.server.slowlog.TableFollower;
import dev.watershed.collector.server.watching.WatchedSampler;
import dev.watershed.collector.slowlog.SlowLogOptions;
import dev.watershed.workload.store.window.WindowSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The servers of a configuration that have a {@code url}: they are asked themselves. */
final class SampledServers {

  private SampledServers() {}

  /**
   * Where they are. Nobody is asked yet.
   *
   * @throws CommandException if a password cannot be found
   */
  static List<ServerAddress> of(CommandContext context, Configuration configuration)
      throws CommandException {
    List<ServerAddress> addresses = new ArrayList<>();
    for (ServerConfiguration server : configuration.servers()) {
      if (server.url().isPresent()) {
        addresses.add(address(context, configuration, server, server.url().get()));
      }
    }
    return addresses;
  }

  private static ServerAddress address(
      CommandContext context, Configuration configuration, ServerConfiguration server, String url)
      throws CommandException {
    ServerSecrets secrets = server.secrets();
    return new ServerAddress(
        server.name(),
        url,
        server.user().orElse(""),
        resolved(context, configuration, server.name() + ": password", secrets.password())
            .orElse(""),
        resolved(
            context,
            configuration,
            server.name() + ": trustStorePassword",
            secrets.trustStorePassword()),
        resolved(
            context,
            configuration,
            server.name() + ": keyStorePassword",
            secrets.keyStorePassword()));
  }

  /**
   * A server as a source to follow: sampled, and watched between samples where there are several.
   *
   * @param asked who makes sure that it is the server of its name
   * @param reading how statements and origins are read
   * @param again whether it is sampled again and again
   */
  static FollowedSource follow(
      CommandContext context,
      ServerConfiguration server,
      ServerAddress address,
      AskedServers asked,
      SlowLogOptions reading,
      boolean again,
      WindowSink sink) {
    return new FollowedSource(
        address.name(),
        WindowSource.COUNTERS,
        WindowSource.COUNTERS,
        () ->
            again
                ? watched(context, server, address, asked, reading, sink)
                : sampled(context, server, address, asked, sink));
  }

  /** The slow log that a server keeps in a table, as a source to follow. */
  static FollowedSource slowLog(
      ServerConfiguration server,
      ServerAddress address,
      AskedServers asked,
      SlowLogOptions reading,
      WindowSink sink) {
    return new FollowedSource(
        address.name(),
        WindowSource.SLOW_LOG,
        WindowSource.SLOW_LOG,
        () ->
            TableFollower.open(
                address.name(),
                asked.sure(
                    server,
                    new ServerPool(address, ServerLimits.standard(), TableFollower.tables())),
                reading,
                asked.tables(),
                sink));
  }

  private static Follower sampled(
      CommandContext context,
      ServerConfiguration server,
      ServerAddress address,
      AskedServers asked,
      WindowSink sink)
      throws IOException {
    List<Domain<?, ?>> domains = AskedServers.domains(server);
    ServerPool pool = new ServerPool(address, ServerLimits.standard(), Domains.tables(domains));
    return ServerSampler.open(
        address.name(),
        asked.sure(server, pool),
        domains,
        RoundLoop.Taken::new,
        asked.turns(),
        sink,
        context.clock());
  }

  private static Follower watched(
      CommandContext context,
      ServerConfiguration server,
      ServerAddress address,
      AskedServers asked,
      SlowLogOptions reading,
      WindowSink sink)
      throws IOException {
    SessionResolver resolver =
        new SessionResolver(reading.tagKeys(), reading.ipv4NetworkBits(), reading.sqlMode());
    return WatchedSampler.open(
        address,
        AskedServers.domains(server),
        resolver,
        RoundTiming.standard(),
        sessions -> asked.sure(server, sessions),
        asked.turns(),
        sink,
        context.clock());
  }

  private static Optional<String> resolved(
      CommandContext context, Configuration configuration, String place, Optional<Secret> secret)
      throws CommandException {
    try {
      return secret.isEmpty()
          ? Optional.empty()
          : Optional.of(secret.get().resolve(context::variable, configuration.folder()));
    } catch (ConfigurationException e) {
      throw new CommandException(ExitCode.USAGE, "server " + place + ": " + e.getMessage());
    }
  }
}
