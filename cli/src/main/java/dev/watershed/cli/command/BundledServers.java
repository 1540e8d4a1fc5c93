package dev.watershed.cli.command;

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
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads bundles into the store, server by server. */
public final class BundledServers {

  private final Set<String> configured;
  private final BundleCollector collector;
  private final Consumer<String> say;

  /**
   * @param configured the servers of the configuration
   * @param say told what somebody should know at once
   */
  public BundledServers(Set<String> configured, BundleCollector collector, Consumer<String> say) {
    this.configured = Set.copyOf(configured);
    this.collector = collector;
    this.say = say;
  }

  /**
   * Reads all of them. One that is damaged, or of a server that is not configured, is a failure and
   * holds up no other.
   *
   * @param as the name of their server; empty if they say it
   */
  public List<CollectedSource> run(List<BundleFile> files, Optional<String> as)
      throws CommandException {
    Map<String, List<Bundle>> byServer = new TreeMap<>();
    List<CollectedSource> sources = new ArrayList<>();
    if (as.isPresent()) {
      requireConfigured(as.get());
    }
    for (BundleFile file : files) {
      try {
        Bundle bundle = Bundle.read(file.name(), file.path(), Domains.all());
        String server = as.orElse(bundle.server());
        if (isConfigured(server)) {
          byServer.computeIfAbsent(server, name -> new ArrayList<>()).add(bundle);
        } else {
          sources.add(said(failed(server, file.name() + ": " + unknown(server))));
        }
      } catch (IOException e) {
        sources.add(said(failed(as.orElse(file.name()), e.getMessage())));
      }
    }
    byServer.forEach(
        (server, bundles) -> sources.addAll(new BundleRun(say, collector, server, bundles).run()));
    return sources;
  }

  private CollectedSource said(CollectedSource failed) {
    failed.failures().forEach(say);
    return failed;
  }

  /** A bundle that could not be read, or not put. */
  public static CollectedSource failed(String server, String failure) {
    return new CollectedSource(server, "bundle", 0, 0, List.of(), List.of(failure));
  }

  private void requireConfigured(String server) throws CommandException {
    if (!isConfigured(server)) {
      throw new CommandException(ExitCode.USAGE, "--as " + server + ": " + unknown(server));
    }
  }

  private boolean isConfigured(String server) {
    return configured.contains(server);
  }

  /** What is wrong with a server that is not configured. */
  public static String unknown(String server) {
    return "no server of the configuration is called '"
        + server
        + "'; expected servers: [{name: "
        + server
        + "}] there, or --as with the name of one that is";
  }
}
