package dev.watershed.cli.config;

import dev.watershed.analyzer.neighbour.CalendarEntry;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.rules.book.RuleBook;
import dev.watershed.rules.fleet.Agreements;
import dev.watershed.workload.store.snapshot.SnapshotFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the commands of this version use of a configuration.
 *
 * @param servers in the order of the file
 * @param services accounts, hosts, programs and comment tags to services
 * @param rawSamples whether samples keep their literals
 * @param folder where relative paths of the configuration begin: the folder of its file
 * @param store where windows are kept
 * @param ruleSets what {@code check} judges by, in each environment
 * @param agreements what people agreed on, by which rules judge
 * @param calendar stretches of time with names
 * @param governance what people agreed on in further files
 * @param gate what people said of violations
 * @param imports further files that are read when their content is asked for
 * @param snapshot what stands in for the store
 */
public record Configuration(
    List<ServerConfiguration> servers,
    ServiceMapping services,
    boolean rawSamples,
    Path folder,
    Path store,
    RuleSets ruleSets,
    Agreements agreements,
    List<CalendarEntry> calendar,
    Governance governance,
    GateConfiguration gate,
    Imports imports,
    Optional<SnapshotFile> snapshot) {

  /** The name of the store's folder where the configuration does not say it. */
  static final String USUAL_STORE = "workload";

  public Configuration {
    servers = List.copyOf(servers);
    Objects.requireNonNull(services, "services");
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(ruleSets, "ruleSets");
    Objects.requireNonNull(agreements, "agreements");
    calendar = List.copyOf(calendar);
    Objects.requireNonNull(governance, "governance");
    Objects.requireNonNull(gate, "gate");
    Objects.requireNonNull(imports, "imports");
    Objects.requireNonNull(snapshot, "snapshot");
  }

  /** Without a snapshot. */
  public Configuration(
      List<ServerConfiguration> servers,
      ServiceMapping services,
      boolean rawSamples,
      Path folder,
      Path store,
      RuleSets ruleSets,
      Agreements agreements,
      List<CalendarEntry> calendar,
      Governance governance,
      GateConfiguration gate,
      Imports imports) {
    this(
        servers,
        services,
        rawSamples,
        folder,
        store,
        ruleSets,
        agreements,
        calendar,
        governance,
        gate,
        imports,
        Optional.empty());
  }

  /** The same with another store. */
  public Configuration withStore(Path other) {
    return new Configuration(
        servers,
        services,
        rawSamples,
        folder,
        other,
        ruleSets,
        agreements,
        calendar,
        governance,
        gate,
        imports,
        snapshot);
  }

  /**
   * The same with a snapshot in the place of the store: its origins say themselves whose they are,
   * and what the collector's accounts did is not in it.
   */
  public Configuration withSnapshot(SnapshotFile file) {
    return new Configuration(
        servers.stream().map(ServerConfiguration::withoutUser).toList(),
        services.ofSnapshot(),
        rawSamples,
        folder,
        store,
        ruleSets,
        agreements,
        calendar,
        governance,
        gate,
        imports,
        Optional.of(file));
  }

  /** The rules in force. */
  public RuleBook rules() {
    return ruleSets.chosen();
  }

  /**
   * The same with the rules of an environment in force.
   *
   * @throws IllegalArgumentException if no rule names it
   */
  public Configuration in(String environment) {
    return new Configuration(
        servers,
        services,
        rawSamples,
        folder,
        store,
        ruleSets.in(environment),
        agreements,
        calendar,
        governance,
        gate,
        imports,
        snapshot);
  }

  /** What holds without a configuration file. */
  public static Configuration none() {
    Path folder = Path.of("");
    return new Configuration(
        List.of(),
        ServiceMapping.accounts(),
        false,
        folder,
        folder.resolve(USUAL_STORE),
        RuleSets.NONE,
        Agreements.NONE,
        List.of(),
        Governance.NONE,
        GateConfiguration.NONE,
        Imports.NONE);
  }
}
