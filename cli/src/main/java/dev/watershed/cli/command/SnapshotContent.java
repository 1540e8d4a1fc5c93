package dev.watershed.cli.command;

import dev.watershed.analyzer.coupling.input.CouplingInputs;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import dev.watershed.analyzer.coverage.Coverage;
import dev.watershed.analyzer.index.input.AdvisorInput;
import dev.watershed.analyzer.index.input.DataSet;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.analyzer.service.ServiceOrigin;
import dev.watershed.analyzer.snapshot.EarlierCatalog;
import dev.watershed.analyzer.snapshot.OriginReduction;
import dev.watershed.analyzer.snapshot.ServerReduction;
import dev.watershed.analyzer.understanding.CatalogReader;
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
import dev.watershed.workload.store.snapshot.SnapshotBuilder;
import dev.watershed.workload.store.snapshot.SnapshotServer;
import dev.watershed.workload.store.window.WindowSummary;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * What a snapshot is made of.
 *
 * @param builder which holds it
 * @param servers reduced, in the order of their names
 * @param skipped files of the store that could not be read
 */
record SnapshotContent(
    SnapshotBuilder builder, List<SnapshotServer> servers, List<SkippedFile> skipped) {

  SnapshotContent {
    servers = List.copyOf(servers);
    skipped = List.copyOf(skipped);
  }

  /**
   * Reads the store and leaves out what a snapshot does not hold. Files that cannot be read are
   * named on standard error.
   *
   * @param version of Watershed
   * @throws CommandException if there is no store or nothing in the span: not enough data; or if
   *     the store cannot be read
   */
  static SnapshotContent of(
      CommandContext context,
      Configuration configuration,
      StoreOptions.StoreSpan span,
      String version)
      throws CommandException {
    StoreLocation location = StoreLocation.of(context, configuration);
    try {
      Store store = Store.open(location.files());
      try (StoreSnapshot snapshot = store.summed(span.ofEverySource().filter())) {
        return new Reader(context, configuration, snapshot, span, new SnapshotBuilder(version))
            .read(store);
      }
    } catch (IOException e) {
      throw location.unreadable(e);
    }
  }

  /** How the command ends if nothing else happens. */
  ExitCode exitCode() {
    return skipped.isEmpty() ? ExitCode.FINE : ExitCode.PARTLY_DONE;
  }

  private record Reader(
      CommandContext context,
      Configuration configuration,
      StoreSnapshot snapshot,
      StoreOptions.StoreSpan span,
      SnapshotBuilder builder) {

    SnapshotContent read(Store store) throws IOException, CommandException {
      StoreSnapshot taken = StoreReading.taken(context, snapshot.only(span.filter()::wants));
      SortedMap<String, StoreSnapshot> shown = taken.byServer();
      Set<SkippedFile> skipped = new LinkedHashSet<>();
      ServerCatalogs catalogs = ServerCatalogs.of(snapshot, shown.keySet(), unused -> {});
      skipped.addAll(catalogs.skipped());
      StoreSnapshot.Observed observed = snapshot.observations(ObservationBounds.standard());
      skipped.addAll(observed.skipped());
      Map<String, IndexAges> ages =
          IndexAgeReading.of(store, observed.servers(), span.filter().until());
      List<SnapshotServer> whole = new ArrayList<>();
      List<WindowSummary> summaries = new ArrayList<>();
      for (Map.Entry<String, StoreSnapshot> each : shown.entrySet()) {
        String name = each.getKey();
        StoreSnapshot.Merged merged =
            each.getValue().mergeWithoutSamples(WorkloadBounds.standard());
        summaries.addAll(merged.summaries());
        skipped.addAll(merged.skipped());
        if (merged.workload().statements().size() > 0) {
          whole.add(
              server(
                  name,
                  merged,
                  observed.servers().getOrDefault(name, Observations.NONE),
                  Optional.ofNullable(catalogs.byServer().get(name)),
                  ages.getOrDefault(name, IndexAges.UNKNOWN)));
        }
      }
      List<SnapshotServer> servers = reduced(whole);
      skipped.forEach(file -> context.say("left out: " + file.described()));
      if (servers.isEmpty()) {
        throw new CommandException(
            ExitCode.NOT_ENOUGH_DATA,
            "no statement in the store in that span; 'watershed collect -c …' fills it");
      }
      servers.forEach(builder::add);
      services(servers);
      understand();
      verdicts(JudgedSpan.of(span, Coverage.of(summaries)));
      return new SnapshotContent(builder, servers, List.copyOf(skipped));
    }

    private static SnapshotServer server(
        String name,
        StoreSnapshot.Merged merged,
        Observations observed,
        Optional<Catalog> catalog,
        IndexAges ages) {
      List<WindowSummary> summaries = merged.summaries();
      Comparator<Instant> order = Comparator.naturalOrder();
      return new SnapshotServer(
          name,
          summaries.get(0).name().source(),
          summaries.stream().map(WindowSummary::from).min(order).orElseThrow(),
          summaries.stream().map(WindowSummary::until).max(order).orElseThrow(),
          merged.workload(),
          observed,
          catalog,
          catalog.flatMap(known -> EarlierCatalog.of(known, ages, observed)));
    }

    private List<SnapshotServer> reduced(List<SnapshotServer> servers) {
      OriginReduction origins =
          new OriginReduction(
              configuration.services(),
              servers.stream().flatMap(server -> server.workload().origins().stream()).toList());
      return servers.stream()
          .map(server -> ServerReduction.of(server, origins, ownUser(server.server())))
          .toList();
    }

    private String ownUser(String name) {
      return configuration.servers().stream()
          .filter(server -> server.name().equals(name))
          .flatMap(server -> server.user().stream())
          .findFirst()
          .orElse("");
    }

    private void services(List<SnapshotServer> servers) {
      servers.stream()
          .flatMap(server -> server.workload().origins().stream())
          .flatMap(origin -> ServiceOrigin.attribution(origin).service().stream())
          .forEach(builder::service);
    }

    /** What a part shows is not held against what the whole showed. */
    private void verdicts(JudgedSpan judged) {
      if (judged.whole()) {
        SnapshotVerdicts.add(context, configuration, judged, builder);
      }
    }

    /** Asks of the statements what whoever reads the snapshot will ask, and adds the answers. */
    private void understand() throws CommandException {
      Configuration reduced =
          configuration.withSnapshot(builder.preview(context.clock().instant()));
      FactsCache cache = new FactsCache(context, new AddedFacts(builder), CatalogReader.PARSING);
      StoreOptions.StoreSpan all = StoreOptions.StoreSpan.ALL;
      CouplingReading coupling = CouplingReading.of(context, reduced, all, cache);
      ServiceMapping mapping = reduced.services();
      CouplingInputs.of(coupling.data(), mapping, PartyLevel.SERVICE);
      AdviceReading advice = AdviceReading.of(context, reduced, all, cache::prepare);
      for (DataSet data : DataSet.of(advice.servers(), ClusterMembers.of(reduced))) {
        AdvisorInput.of(data, cache.reader(data.catalog()));
      }
      cache.save();
    }
  }
}
