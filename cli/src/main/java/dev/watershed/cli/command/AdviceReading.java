package dev.watershed.cli.command;

import dev.watershed.analyzer.coverage.Coverage;
import dev.watershed.analyzer.coverage.ServerCoverage;
import dev.watershed.analyzer.index.input.ServerLoad;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.IndexAges;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.store.SkippedFile;
import dev.watershed.workload.store.Store;
import dev.watershed.workload.store.StoreSnapshot;
import dev.watershed.workload.store.StoredCatalog;
import dev.watershed.workload.store.StoredCatalogs;
import dev.watershed.workload.store.WindowFilter;
import dev.watershed.workload.store.window.WindowSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads what a store holds of each server on its own: its statements, its catalog and what was
 * observed. Files that cannot be read are named on standard error.
 *
 * @param servers by name; none if no statement is in the span
 * @param exitCode how the command ends if nothing else happens
 */
record AdviceReading(List<ServerLoad> servers, ExitCode exitCode) {

  AdviceReading {
    servers = List.copyOf(servers);
  }

  /**
   * Reads it, the catalogs while the statements are read.
   *
   * @param catalogRead told of each catalog as soon as it is there, on another thread
   * @throws CommandException if there is no store, or if it cannot be read
   */
  static AdviceReading of(
      CommandContext context,
      Configuration configuration,
      StoreOptions.StoreSpan span,
      Consumer<Catalog> catalogRead)
      throws CommandException {
    StoreLocation location = StoreLocation.of(context, configuration);
    try {
      Store store = Store.open(location.files());
      WindowFilter filter = span.ofEverySource().filter();
      Meanwhile<StoredCatalogs> catalogs =
          Meanwhile.begin("catalogs", () -> catalogs(store, filter, catalogRead));
      try (StoreSnapshot snapshot = store.summed(filter)) {
        return new Reader(context, configuration, snapshot, span.filter()).read(catalogs, store);
      }
    } catch (IOException e) {
      throw location.unreadable(e);
    }
  }

  private static StoredCatalogs catalogs(
      Store store, WindowFilter filter, Consumer<Catalog> catalogRead) throws IOException {
    StoredCatalogs stored = store.catalogs(filter.servers(), filter.until());
    stored.catalogs().forEach(each -> catalogRead.accept(each.catalog()));
    return stored;
  }

  private static final class Reader {

    private final CommandContext context;
    private final Configuration configuration;
    private final StoreSnapshot snapshot;
    private final WindowFilter statements;
    private final Set<SkippedFile> skipped = new LinkedHashSet<>();

    /**
     * @param snapshot of every source: what was observed beside statements counts whatever shows
     *     those
     * @param statements the windows whose statements count
     */
    Reader(
        CommandContext context,
        Configuration configuration,
        StoreSnapshot snapshot,
        WindowFilter statements) {
      this.context = context;
      this.configuration = configuration;
      this.snapshot = snapshot;
      this.statements = statements;
    }

    AdviceReading read(Meanwhile<StoredCatalogs> reading, Store store) throws IOException {
      StoreSnapshot taken = StoreReading.taken(context, snapshot.only(statements::wants));
      StoreSnapshot.Observed observed = snapshot.observations(ObservationBounds.standard());
      SortedMap<String, StoreSnapshot.Merged> shown = new TreeMap<>();
      taken
          .byServer()
          .forEach(
              (name, own) -> shown.put(name, own.mergeWithoutSamples(WorkloadBounds.standard())));
      StoredCatalogs stored = reading.result();
      skipped.addAll(stored.skipped());
      skipped.addAll(observed.skipped());
      Map<String, Catalog> catalogs =
          stored.catalogs().stream()
              .collect(Collectors.toMap(StoredCatalog::server, StoredCatalog::catalog));
      Map<String, IndexAges> ages =
          IndexAgeReading.of(store, observed.servers(), statements.until());
      List<ServerLoad> loads = new ArrayList<>();
      for (Map.Entry<String, StoreSnapshot.Merged> server : shown.entrySet()) {
        String name = server.getKey();
        StoreSnapshot.Merged merged = server.getValue();
        skipped.addAll(merged.skipped());
        if (merged.workload().statements().size() > 0) {
          loads.add(
              load(
                  name,
                  merged,
                  observed.servers().getOrDefault(name, Observations.NONE),
                  Optional.ofNullable(catalogs.get(name)),
                  ages.getOrDefault(name, IndexAges.UNKNOWN)));
        }
      }
      skipped.forEach(file -> context.say("left out: " + file.described()));
      return new AdviceReading(loads, skipped.isEmpty() ? ExitCode.FINE : ExitCode.PARTLY_DONE);
    }

    private ServerLoad load(
        String name,
        StoreSnapshot.Merged merged,
        Observations observed,
        Optional<Catalog> catalog,
        IndexAges ages) {
      List<ServerCoverage> coverage = Coverage.of(merged.summaries()).servers();
      boolean proxy = coverage.stream().anyMatch(one -> one.source().equals(WindowSource.PROXY));
      OptionalDouble threshold =
          coverage.stream()
              .map(ServerCoverage::longQueryTimeSeconds)
              .flatMapToDouble(OptionalDouble::stream)
              .max();
      return new ServerLoad(
          name,
          ClusterMembers.placement(configuration, name),
          merged.workload(),
          !proxy,
          coverage.stream().mapToDouble(ServerCoverage::seconds).max().orElse(0),
          threshold,
          observed,
          catalog,
          ages);
    }
  }
}
