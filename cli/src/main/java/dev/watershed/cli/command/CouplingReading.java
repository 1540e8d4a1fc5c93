package dev.watershed.cli.command;

import dev.watershed.analyzer.attribution.ServerEstimate;
import dev.watershed.analyzer.attribution.ServerEstimates;
import dev.watershed.analyzer.coupling.input.CoupledData;
import dev.watershed.analyzer.coupling.input.CoupledServer;
import dev.watershed.analyzer.coverage.Coverage;
import dev.watershed.analyzer.coverage.ServerCoverage;
import dev.watershed.analyzer.span.CountedTimes;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ServerConfiguration;
import dev.watershed.cli.config.ServerRole;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.store.SkippedFile;
import dev.watershed.workload.store.Store;
import dev.watershed.workload.store.StoreSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads what a store holds of each set of data: statements and observations of its servers, and the
 * catalog of the primary: the newest at the end of the span, or where none was collected by then,
 * the newest of all. Files that cannot be read are named on standard error.
 *
 * @param data by name; none if no statement is in the span
 * @param coverage what was seen of each server, a line per server
 * @param laterCatalogs servers whose catalog was collected after the span, in order
 * @param exitCode how the command ends if nothing else happens
 */
record CouplingReading(
    List<CoupledData> data,
    List<ServerCoverage> coverage,
    List<String> laterCatalogs,
    ExitCode exitCode) {

  CouplingReading {
    data = List.copyOf(data);
    coverage = List.copyOf(coverage);
    laterCatalogs = List.copyOf(laterCatalogs);
  }

  /** A server before it is put to its set of data. */
  private record Placed(
      String dataSet, boolean replica, CoupledServer server, Optional<Catalog> catalog) {}

  /**
   * Reads it.
   *
   * @param cache what is known of statements
   * @throws CommandException if there is no store or nothing in the span: not enough data; or if
   *     the store cannot be read
   */
  static CouplingReading of(
      CommandContext context,
      Configuration configuration,
      StoreOptions.StoreSpan span,
      FactsCache cache)
      throws CommandException {
    return of(context, configuration, span, cache, WorkloadBounds.standard());
  }

  /** The same within other bounds: more rows of minutes keep slots narrow. */
  static CouplingReading of(
      CommandContext context,
      Configuration configuration,
      StoreOptions.StoreSpan span,
      FactsCache cache,
      WorkloadBounds bounds)
      throws CommandException {
    StoreLocation location = StoreLocation.of(context, configuration);
    try (StoreSnapshot snapshot =
        Store.open(location.files()).summed(span.ofEverySource().filter())) {
      CouplingReading reading =
          new Reader(context, configuration, snapshot, span, bounds).read(cache);
      if (reading.data().isEmpty()) {
        throw new CommandException(
            ExitCode.NOT_ENOUGH_DATA,
            "no statement in the store in that span; 'watershed collect -c …' fills it");
      }
      return reading;
    } catch (IOException e) {
      throw location.unreadable(e);
    }
  }

  private static final class Reader {

    private final CommandContext context;
    private final Configuration configuration;
    private final StoreSnapshot snapshot;
    private final StoreOptions.StoreSpan span;
    private final WorkloadBounds bounds;
    private final Set<SkippedFile> skipped = new LinkedHashSet<>();
    private final List<ServerCoverage> coverage = new ArrayList<>();

    /**
     * @param snapshot of every source: what was observed beside statements counts whatever shows
     *     those
     * @param span the windows whose statements count
     */
    Reader(
        CommandContext context,
        Configuration configuration,
        StoreSnapshot snapshot,
        StoreOptions.StoreSpan span,
        WorkloadBounds bounds) {
      this.context = context;
      this.configuration = configuration;
      this.snapshot = snapshot;
      this.span = span;
      this.bounds = bounds;
    }

    CouplingReading read(FactsCache cache) throws IOException {
      StoreSnapshot taken = StoreReading.taken(context, snapshot.only(span.filter()::wants));
      SortedMap<String, StoreSnapshot> servers = taken.byServer();
      Set<String> names = servers.keySet();
      Meanwhile<ServerCatalogs> reading =
          Meanwhile.begin("catalogs", () -> ServerCatalogs.of(snapshot, names, cache::prepare));
      StoreSnapshot.Observed observed = snapshot.observations(ObservationBounds.standard());
      SortedMap<String, StoreSnapshot.Merged> shown = new TreeMap<>();
      servers.forEach((name, own) -> shown.put(name, own.merge(bounds)));
      ServerCatalogs catalogs = reading.result();
      skipped.addAll(catalogs.skipped());
      skipped.addAll(observed.skipped());
      List<Placed> placed = new ArrayList<>();
      for (String name : names) {
        StoreSnapshot.Merged merged = shown.get(name);
        skipped.addAll(merged.skipped());
        if (merged.workload().statements().size() > 0) {
          placed.add(
              server(
                  name,
                  servers.get(name),
                  merged,
                  observed.servers().getOrDefault(name, Observations.NONE),
                  Optional.ofNullable(catalogs.byServer().get(name))));
        }
      }
      skipped.forEach(file -> context.say("left out: " + file.described()));
      return new CouplingReading(
          sets(placed, cache),
          coverage,
          catalogs.later(),
          skipped.isEmpty() ? ExitCode.FINE : ExitCode.PARTLY_DONE);
    }

    /** The primary's catalog holds for all servers of a set; else that of the first by name. */
    private static List<CoupledData> sets(List<Placed> servers, FactsCache cache) {
      Map<String, List<Placed>> sets = new TreeMap<>();
      servers.forEach(
          server -> sets.computeIfAbsent(server.dataSet(), name -> new ArrayList<>()).add(server));
      List<CoupledData> data = new ArrayList<>();
      sets.forEach(
          (name, own) -> {
            own.sort(Comparator.comparing(Placed::replica));
            Optional<Catalog> catalog =
                own.stream().flatMap(server -> server.catalog().stream()).findFirst();
            data.add(
                new CoupledData(
                    name,
                    catalog,
                    cache.reader(catalog),
                    own.stream().map(Placed::server).toList()));
          });
      return data;
    }

    private Placed server(
        String name,
        StoreSnapshot windows,
        StoreSnapshot.Merged merged,
        Observations observed,
        Optional<Catalog> catalog) {
      List<ServerCoverage> own = Coverage.of(merged.summaries()).servers();
      coverage.addAll(own);
      OptionalDouble threshold =
          own.stream()
              .map(ServerCoverage::longQueryTimeSeconds)
              .flatMapToDouble(OptionalDouble::stream)
              .max();
      Optional<ServerConfiguration> configured =
          configuration.servers().stream().filter(server -> server.name().equals(name)).findFirst();
      Map<String, Observations> shown = new LinkedHashMap<>(Map.of(name, observed));
      Map<String, String> users = new LinkedHashMap<>();
      configured.flatMap(ServerConfiguration::user).ifPresent(user -> users.put(name, user));
      Optional<ServerEstimate> estimate =
          ServerEstimates.of(
                  CountedTimes.of(windows.windows()), shown, configuration.services(), users)
              .stream()
              .findFirst();
      return new Placed(
          configured.flatMap(server -> server.place().cluster()).orElse(name),
          configured
              .flatMap(server -> server.place().role())
              .filter(role -> role == ServerRole.REPLICA)
              .isPresent(),
          new CoupledServer(
              name,
              merged.workload(),
              own.stream().mapToDouble(ServerCoverage::seconds).max().orElse(0),
              threshold,
              estimate,
              observed),
          catalog);
    }
  }
}
