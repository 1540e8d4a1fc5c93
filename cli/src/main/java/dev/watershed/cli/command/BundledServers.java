package dev.watershed.cli.command;

import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ServerConfiguration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.collector.bundle.Bundle;
import dev.watershed.collector.bundle.BundleCollector;
import dev.watershed.collector.server.sampling.Domains;
import dev.watershed.reports.CollectedSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads bundles into the store, server by server. */
final class BundledServers {

  private final CommandContext context;
  private final Configuration configuration;
  private final BundleCollector collector;

  BundledServers(CommandContext context, Configuration configuration, BundleCollector collector) {
    this.context = context;
    this.configuration = configuration;
    this.collector = collector;
  }

  /**
   * Reads all of them. One that is damaged, or of a server that is not configured, is a failure and
   * holds up no other.
   *
   * @param as the name of their server; empty if they say it
   */
  List<CollectedSource> run(List<BundleFiles.Named> files, Optional<String> as)
      throws CommandException {
    Map<String, List<Bundle>> byServer = new TreeMap<>();
    List<CollectedSource> sources = new ArrayList<>();
    if (as.isPresent()) {
      requireConfigured(as.get());
    }
    for (BundleFiles.Named file : files) {
      try {
        Bundle bundle = Bundle.read(file.name(), file.path(), Domains.all());
        String server = as.orElse(bundle.server());
        if (isConfigured(server)) {
          byServer.computeIfAbsent(server, name -> new ArrayList<>()).add(bundle);
        } else {
          sources.add(failed(server, file.name() + ": " + unknown(server)));
        }
      } catch (IOException e) {
        sources.add(failed(as.orElse(file.name()), e.getMessage()));
      }
    }
    byServer.forEach(
        (server, bundles) ->
            sources.addAll(new BundleRun(context, collector, server, bundles).run()));
    return sources;
  }

  private CollectedSource failed(String server, String failure) {
    context.say(failure);
    return new CollectedSource(server, "bundle", 0, 0, List.of(), List.of(failure));
  }

  private void requireConfigured(String server) throws CommandException {
    if (!isConfigured(server)) {
      throw new CommandException(ExitCode.USAGE, "--as " + server + ": " + unknown(server));
    }
  }

  private boolean isConfigured(String server) {
    return configuration.servers().stream().map(ServerConfiguration::name).anyMatch(server::equals);
  }

  private static String unknown(String server) {
    return "no server of the configuration is called '"
        + server
        + "'; expected servers: [{name: "
        + server
        + "}] there, or --as with the name of one that is";
  }
}
