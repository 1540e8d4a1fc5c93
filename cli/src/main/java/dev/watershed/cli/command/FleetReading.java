package dev.watershed.cli.command;

import dev.watershed.analyzer.coupling.input.CoupledData;
import dev.watershed.analyzer.coupling.input.CoupledServer;
import dev.watershed.analyzer.coverage.ServerCoverage;
import dev.watershed.analyzer.coverage.WidenedSpan;
import dev.watershed.analyzer.diff.SpanDiff;
import dev.watershed.analyzer.index.AdvisorOptions;
import dev.watershed.analyzer.index.input.AdvisorInput;
import dev.watershed.analyzer.index.input.DataSet;
import dev.watershed.analyzer.index.input.ServerLoad;
import dev.watershed.analyzer.index.result.Advising;
import dev.watershed.analyzer.index.result.ServerAdviceMaker;
import dev.watershed.analyzer.ranking.RankingOptions;
import dev.watershed.analyzer.ranking.UncountedErrors;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.analyzer.service.Service;
import dev.watershed.analyzer.span.SpanFacts;
import dev.watershed.analyzer.understanding.CatalogReader;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.rules.fleet.ComparedFleet;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetStatements;
import dev.watershed.rules.fleet.ProposedChange;
import dev.watershed.rules.fleet.TableClaims;
import dev.watershed.rules.gate.Owners;
import dev.watershed.rules.gate.VerdictHistory;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.IndexAges;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.store.SkippedFile;
import dev.watershed.workload.store.Store;
import dev.watershed.workload.store.window.WindowSource;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Everything that rules judge of a span of the store.
 *
 * @param shown the span as every report shows it, ranked by digest
 * @param coupling what couples services, and the data that it was found in
 * @param skipped files of the store that could not be read
 * @param judged the span, by what ran in it
 * @param history what earlier spans showed
 * @param span where the windows reach beyond the span asked for
 * @param exitCode how the command ends if nothing else happens
 */
record FleetReading(
    FleetFacts facts,
    SpanFacts shown,
    CouplingOptions.Found coupling,
    List<SkippedFile> skipped,
    JudgedSpan judged,
    VerdictHistory history,
    WidenedSpan span,
    ExitCode exitCode) {

  FleetReading {
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(shown, "shown");
    Objects.requireNonNull(coupling, "coupling");
    skipped = List.copyOf(skipped);
    Objects.requireNonNull(judged, "judged");
    Objects.requireNonNull(history, "history");
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(exitCode, "exitCode");
  }

  /** How much of it is asked for. */
  enum Depth {
    /** What rules about the fleet need. */
    FLEET,
    /** What rules need of an earlier span: findings, no advice, nobody's peaks. */
    EARLIER,
    /** What rules about a change need: no advice, no findings, nobody's peaks. */
    CHANGE
  }

  /**
   * Reads the store.
   *
   * @throws CommandException if there is no store or nothing in the span: not enough data; or if
   *     the store cannot be read
   */
  static FleetReading of(
      CommandContext context, StoreReading stored, StoreOptions.StoreSpan span, Depth depth)
      throws CommandException {
    Configuration configuration = stored.configuration();
    StoreReading.Reading reading = stored.read(span);
    SpanFacts facts = reading.facts(span, configuration.services(), RankingOptions.everyDigest());
    FactsCache cache = FactsCache.of(context, configuration);
    CouplingReading coupled =
        CouplingReading.of(context, configuration, span, cache, FleetUseReading.BOUNDS);
    CouplingOptions options = new CouplingOptions();
    CouplingOptions.Found coupling =
        depth == Depth.CHANGE
            ? options.owned(coupled, configuration)
            : options.find(coupled, configuration);
    List<DataFacts> data = new ArrayList<>();
    for (DataSet set :
        DataSet.of(
            loads(
                coupled,
                configuration,
                depth == Depth.FLEET ? ages(context, configuration, coupled, span) : Map.of()),
            ClusterMembers.of(configuration))) {
      data.add(data(set, cache.reader(set.catalog()), depth));
    }
    cache.save();
    WorkloadFacts ranking = judged(facts);
    boolean timed = depth == Depth.FLEET && configuration.snapshot().isEmpty();
    JudgedSpan judged = JudgedSpan.of(span, reading.coverage());
    VerdictHistory history = history(context, configuration, judged);
    return new FleetReading(
        new FleetFacts(
            ranking,
            FleetStatements.of(ranking, data, coupling.facts().input()),
            data,
            coupling.facts(),
            facts.transactions(),
            facts.observed(),
            timed
                ? Optional.of(FleetUseReading.of(configuration, coupled.data()))
                : Optional.empty(),
            configuration.agreements(),
            Optional.empty(),
            Optional.empty(),
            TableClaims.of(coupling.owners().claims()),
            history.past(),
            errorsUncounted(coupled, configuration)),
        facts,
        coupling,
        reading.skipped(),
        judged,
        history,
        reading.widened(span),
        ExitCode.strongest(reading.exitCode(), coupled.exitCode()));
  }

  private static DataFacts data(DataSet set, CatalogReader reader, Depth depth) {
    if (depth == Depth.FLEET) {
      Advising advised = Advising.of(set, AdvisorOptions.DEFAULTS, reader);
      return new DataFacts(advised.input(), advised.advice());
    }
    AdvisorInput input = AdvisorInput.of(set, reader);
    return new DataFacts(input, ServerAdviceMaker.make(set, input, List.of(), List.of()));
  }

  /** What a part shows is not held against what the whole showed. */
  private static VerdictHistory history(
      CommandContext context, Configuration configuration, JudgedSpan judged) {
    if (!judged.whole()) {
      return VerdictHistory.NONE;
    }
    VerdictHistory known =
        configuration
            .snapshot()
            .map(snapshot -> SnapshotVerdicts.read(context, snapshot.files()))
            .orElseGet(() -> VerdictFolder.of(context, configuration).read());
    return known.before(judged.until());
  }

  /** The catalogs by set of data; sets without one are absent. */
  SortedMap<String, Catalog> catalogs() {
    return coupling.catalogs();
  }

  /** The services of the configuration, with the teams that other files name. */
  List<Service> services() {
    return coupling.owners().services();
  }

  /** Who answers for services. */
  Owners owners() {
    return Owners.of(services());
  }

  /** The same beside an earlier span. */
  FleetReading comparedWith(FleetReading earlier) {
    SpanDiff changes =
        SpanDiff.of(earlier.facts().workload(), earlier.length(), facts.workload(), length());
    return new FleetReading(
        facts.comparedWith(
            ComparedFleet.of(
                changes,
                earlier.facts().workload(),
                earlier.facts().statements(),
                earlier.facts().coupling().findings())),
        shown,
        coupling,
        skipped,
        judged,
        history,
        span,
        ExitCode.strongest(exitCode, earlier.exitCode()));
  }

  /** From the first execution to the last; at least a second. */
  Duration length() {
    return Duration.between(judged.from(), judged.until());
  }

  /** The same with what somebody wants to do. */
  FleetReading changedBy(ProposedChange change) {
    return new FleetReading(
        facts.changedBy(change), shown, coupling, skipped, judged, history, span, exitCode);
  }

  /** What is estimated counts as far as it is sure: no rule fires for what may be chance. */
  private static WorkloadFacts judged(SpanFacts facts) {
    return facts.services().estimated()
        ? facts.ranking().withUnattributed(facts.services().leastUnclaimedShare())
        : facts.ranking();
  }

  private static Map<String, IndexAges> ages(
      CommandContext context,
      Configuration configuration,
      CouplingReading coupled,
      StoreOptions.StoreSpan span)
      throws CommandException {
    Map<String, Observations> observed = new HashMap<>();
    for (CoupledData data : coupled.data()) {
      data.servers().forEach(server -> observed.put(server.server(), server.observed()));
    }
    StoreLocation location = StoreLocation.of(context, configuration);
    try {
      return IndexAgeReading.of(Store.open(location.files()), observed, span.filter().until());
    } catch (IOException e) {
      throw location.unreadable(e);
    }
  }

  private static List<ServerLoad> loads(
      CouplingReading coupled, Configuration configuration, Map<String, IndexAges> ages) {
    List<ServerLoad> loads = new ArrayList<>();
    for (CoupledData data : coupled.data()) {
      IndexAges known =
          data.servers().stream()
              .flatMap(server -> Optional.ofNullable(ages.get(server.server())).stream())
              .findFirst()
              .orElse(IndexAges.UNKNOWN);
      for (CoupledServer server : data.servers()) {
        loads.add(
            new ServerLoad(
                server.server(),
                ClusterMembers.placement(configuration, server.server()),
                server.workload(),
                rowsCounted(coupled, server.server()),
                server.observedSeconds(),
                server.longQueryTimeSeconds(),
                server.observed(),
                data.catalog(),
                known));
      }
    }
    return loads;
  }

  /** Whether a log has errors depends on the server and its settings; proxies count none. */
  private static Set<String> errorsUncounted(CouplingReading coupled, Configuration configuration) {
    if (configuration.agreements().budgets().stream()
        .noneMatch(budget -> budget.errorShare().isPresent())) {
      return Set.of();
    }
    Set<String> services = new HashSet<>();
    for (CoupledData data : coupled.data()) {
      for (CoupledServer server : data.servers()) {
        if (!shownBy(WindowSource.COUNTERS, coupled, server.server())) {
          services.addAll(UncountedErrors.services(server.workload(), configuration.services()));
        }
      }
    }
    return services;
  }

  /** A proxy does not count rows. */
  private static boolean rowsCounted(CouplingReading coupled, String server) {
    return !shownBy(WindowSource.PROXY, coupled, server);
  }

  private static boolean shownBy(String source, CouplingReading coupled, String server) {
    return coupled.coverage().stream()
        .filter(each -> each.server().equals(server))
        .map(ServerCoverage::source)
        .anyMatch(source::equals);
  }
}
