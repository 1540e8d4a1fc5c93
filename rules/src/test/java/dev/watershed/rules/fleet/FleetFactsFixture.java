package dev.watershed.rules.fleet;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.attribution.AttributedLoad;
import dev.watershed.analyzer.attribution.ServerEstimate;
import dev.watershed.analyzer.coupling.CouplingAnalysis;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CoupledData;
import dev.watershed.analyzer.coupling.input.CoupledServer;
import dev.watershed.analyzer.coupling.input.CouplingInputs;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import dev.watershed.analyzer.coverage.ServerPlacement;
import dev.watershed.analyzer.diff.SpanDiff;
import dev.watershed.analyzer.index.AdvisorOptions;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.index.TableMaker;
import dev.watershed.analyzer.index.input.DataSet;
import dev.watershed.analyzer.index.input.ServerLoad;
import dev.watershed.analyzer.index.result.Advising;
import dev.watershed.analyzer.neighbour.FleetUse;
import dev.watershed.analyzer.neighbour.LoudService;
import dev.watershed.analyzer.observation.ObservationReading;
import dev.watershed.analyzer.ownership.Claims;
import dev.watershed.analyzer.ranking.Ranker;
import dev.watershed.analyzer.ranking.RankingOptions;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.analyzer.service.Glob;
import dev.watershed.analyzer.service.Match;
import dev.watershed.analyzer.service.Service;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.analyzer.service.TablePattern;
import dev.watershed.analyzer.transaction.TransactionFacts;
import dev.watershed.analyzer.understanding.CatalogReader;
import dev.watershed.workload.Workload;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableStatistics;
import dev.watershed.workload.observation.Observations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Facts of a small fleet of one server, {@code db}, made by the real analyses. Tables are in the
 * schema {@code shop}; without services the account is the service.
 */
public final class FleetFactsFixture {

  private static final double SECONDS = 1_000;
  private static final Duration SPAN = Duration.ofSeconds(1_000);
  private static final CatalogReader READER = CatalogReader.PARSING;

  private final WorkloadFixture workload;
  private final List<StatisticTable> tables = new ArrayList<>();
  private final List<Service> services = new ArrayList<>();
  private final List<LoudService> loud = new ArrayList<>();
  private final Set<String> past = new HashSet<>();
  private Optional<ComparedFleet> compared = Optional.empty();
  private Agreements agreements = Agreements.NONE;
  private Observations observed = Observations.NONE;
  private Optional<ServerEstimate> estimate = Optional.empty();
  private String version = "8.4.6";
  private Set<String> errorsUncounted = Set.of();

  public FleetFactsFixture(WorkloadFixture workload) {
    this.workload = workload;
  }

  /** So many execution times. */
  public static long[] times(int calls, long micros) {
    long[] times = new long[calls];
    Arrays.fill(times, micros);
    return times;
  }

  /** A table of the catalog. */
  public FleetFactsFixture table(TableMaker table) {
    tables.add(table.make());
    return this;
  }

  /** A service whose account has its name. */
  public FleetFactsFixture service(String name, List<String> owns, List<String> reads) {
    services.add(
        new Service(
            name,
            Optional.empty(),
            Optional.of(new Match(List.of(new Glob(name)), List.of(), List.of(), List.of())),
            owns.stream().map(TablePattern::parse).toList(),
            reads.stream().map(TablePattern::parse).toList(),
            List.of()));
    return this;
  }

  public FleetFactsFixture agreed(Agreements given) {
    agreements = given;
    return this;
  }

  public FleetFactsFixture observed(Observations given) {
    observed = given;
    return this;
  }

  public FleetFactsFixture loud(LoudService given) {
    loud.add(given);
    return this;
  }

  /** Counters show the server, and no sample whose the statements are. */
  public FleetFactsFixture unsampled() {
    AttributedLoad load = new AttributedLoad(List.of(), 0, 0, 0, 0);
    estimate = Optional.of(new ServerEstimate("db", load, load, List.of(), 0, 0, List.of()));
    return this;
  }

  /** The services whose source may not count statements that fail. */
  public FleetFactsFixture errorsUncounted(String... services) {
    errorsUncounted = Set.of(services);
    return this;
  }

  /** What the server calls itself. */
  public FleetFactsFixture version(String given) {
    version = given;
    return this;
  }

  /** What an earlier span showed, of the same server. */
  public FleetFactsFixture after(FleetFacts earlier) {
    WorkloadFacts head = build().workload();
    compared =
        Optional.of(
            ComparedFleet.of(
                SpanDiff.of(earlier.workload(), SPAN, head, SPAN),
                earlier.workload(),
                earlier.statements(),
                earlier.coupling().findings()));
    return this;
  }

  /** Texts of keys that were violated when the rules judged last. */
  public FleetFactsFixture violatedBefore(String... keys) {
    past.addAll(Arrays.asList(keys));
    return this;
  }

  public FleetFacts build() {
    ServiceMapping mapping = mapping();
    Workload built = workload.build();
    Optional<Catalog> catalog = knownCatalog();
    WorkloadFacts ranked = new Ranker(built, mapping).rank(RankingOptions.everyDigest());
    Advising advised = Advising.of(data(built, catalog), AdvisorOptions.DEFAULTS, READER);
    List<DataFacts> data = List.of(new DataFacts(advised.input(), advised.advice()));
    CouplingFacts coupling = coupling(built, catalog, mapping);
    return new FleetFacts(
        ranked,
        FleetStatements.of(ranked, data, coupling.input()),
        data,
        coupling,
        TransactionFacts.of(built, mapping, 0),
        ObservationReading.of(new TreeMap<>(Map.of("db", observed)), mapping),
        Optional.of(new FleetUse(loud, List.of(), List.of(), List.of(), List.of(), List.of())),
        agreements,
        compared,
        Optional.empty(),
        TableClaims.of(Claims.of(services)),
        new PastVerdicts(past),
        errorsUncounted);
  }

  /** The one set of data, as couplings are found in it. */
  public List<CoupledData> coupled() {
    return coupled(workload.build(), knownCatalog());
  }

  /** The tables by set of data; empty without any. */
  public SortedMap<String, Catalog> catalogs() {
    SortedMap<String, Catalog> catalogs = new TreeMap<>();
    knownCatalog().ifPresent(catalog -> catalogs.put("db", catalog));
    return catalogs;
  }

  /** Who is who. */
  public ServiceMapping mapping() {
    return services.isEmpty() ? ServiceMapping.accounts() : ServiceMapping.of(services);
  }

  private Optional<Catalog> knownCatalog() {
    return tables.isEmpty() ? Optional.empty() : Optional.of(catalog());
  }

  private DataSet data(Workload built, Optional<Catalog> catalog) {
    return new DataSet(
        "db",
        List.of(
            new ServerLoad(
                "db",
                ServerPlacement.UNKNOWN,
                built,
                true,
                SECONDS,
                built.quality().longQueryTimeSeconds(),
                observed,
                catalog)));
  }

  private CouplingFacts coupling(
      Workload built, Optional<Catalog> catalog, ServiceMapping mapping) {
    return CouplingAnalysis.of(
        CouplingInputs.of(coupled(built, catalog), mapping, PartyLevel.SERVICE),
        mapping,
        PartyLevel.SERVICE);
  }

  private List<CoupledData> coupled(Workload built, Optional<Catalog> catalog) {
    CoupledServer server =
        new CoupledServer("db", built, SECONDS, OptionalDouble.empty(), estimate, observed);
    return List.of(new CoupledData("db", catalog, READER, List.of(server)));
  }

  private Catalog catalog() {
    return catalog(tables, version);
  }

  /** A catalog of tables. */
  public static Catalog catalog(List<StatisticTable> tables, String version) {
    List<TableStatistics> statistics =
        tables.stream().flatMap(table -> table.statistics().stream()).toList();
    return new Catalog(
        Instant.EPOCH,
        Optional.of(version),
        List.of(
            new SchemaDefinition(
                TableMaker.SCHEMA,
                Optional.empty(),
                Optional.empty(),
                new ArrayList<>(tables.stream().map(StatisticTable::definition).toList()))),
        statistics,
        List.of(),
        List.of());
  }
}
