package dev.watershed.analyzer.coupling.input;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.attribution.ServerEstimate;
import dev.watershed.analyzer.inference.CatalogFixture;
import dev.watershed.analyzer.service.Glob;
import dev.watershed.analyzer.service.Match;
import dev.watershed.analyzer.service.Service;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.analyzer.service.ServiceModule;
import dev.watershed.analyzer.service.TablePattern;
import dev.watershed.analyzer.understanding.CatalogReader;
import dev.watershed.workload.OriginTag;
import dev.watershed.workload.TransactionOutcome;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.observation.Observations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Small servers of a hundred seconds, each a set of data of its own, and who owns what. */
public final class CouplingFixture {

  /** How long each server is observed. */
  public static final double SECONDS = 100;

  private final List<Service> services = new ArrayList<>();
  private final List<CoupledData> data = new ArrayList<>();
  private Observations observed = Observations.NONE;
  private Optional<ServerEstimate> estimate = Optional.empty();
  private double seconds = SECONDS;
  private OptionalDouble threshold = OptionalDouble.of(0);
  private CatalogFixture catalog = new CatalogFixture();
  private WorkloadFixture workload = new WorkloadFixture();
  private boolean cataloged = true;

  /** A service whose account has its name. */
  public CouplingFixture service(String name, List<String> owns, List<String> reads) {
    services.add(
        new Service(
            name,
            Optional.empty(),
            Optional.of(match(name)),
            patterns(owns),
            patterns(reads),
            List.of()));
    return this;
  }

  /** A service of modules; the account of each has its name, that of the rest the service's. */
  public CouplingFixture modules(String name, String... modules) {
    services.add(
        new Service(
            name,
            Optional.empty(),
            Optional.of(
                new Match(
                    Stream.concat(Stream.of(name), Arrays.stream(modules)).map(Glob::new).toList(),
                    List.of(),
                    List.of(),
                    List.of())),
            List.of(),
            List.of(),
            Arrays.stream(modules)
                .map(
                    module ->
                        new ServiceModule(
                            module,
                            Optional.empty(),
                            Optional.of(match(module)),
                            patterns(List.of(name + "." + module + "_%")),
                            List.of()))
                .toList()));
    return this;
  }

  /** Tables of the server that is being made. */
  public CouplingFixture tables(String... names) {
    Arrays.stream(names).forEach(catalog::table);
    return this;
  }

  /** The catalog of the server that is being made. */
  public CatalogFixture catalog() {
    return catalog;
  }

  /** The server that is being made has no catalog. */
  public CouplingFixture withoutCatalog() {
    cataloged = false;
    return this;
  }

  /** What the server that is being made shows besides statements. */
  public CouplingFixture observed(Observations given) {
    observed = given;
    return this;
  }

  /** The server that is being made is shown by counters, and this says whose its load is. */
  public CouplingFixture estimate(ServerEstimate given) {
    estimate = Optional.of(given);
    return this;
  }

  /** How long the server that is being made is observed. */
  public CouplingFixture seconds(double given) {
    seconds = given;
    return this;
  }

  /** The threshold of the log of the server that is being made; empty for unknown. */
  public CouplingFixture longQueryTime(OptionalDouble given) {
    threshold = given;
    return this;
  }

  /** How much the server that is being made keeps; before its first statement. */
  public CouplingFixture bounds(WorkloadBounds given) {
    workload = new WorkloadFixture(given);
    return this;
  }

  /** An account runs a statement so often, a millisecond each. */
  public CouplingFixture run(String user, int times, String statement) {
    workload.user(user).statement(statement).weight(times).run(1_000).weight(1);
    return this;
  }

  /** An account runs statements in a transaction, so often. */
  public CouplingFixture transaction(String user, int times, String... statements) {
    Arrays.stream(statements).forEach(statement -> run(user, times, statement));
    for (int i = 0; i < times; i++) {
      workload.user(user).transaction(TransactionOutcome.COMMITTED, statements);
    }
    return this;
  }

  /** The comment tags of the statements that follow. */
  public CouplingFixture tags(OriginTag... tags) {
    workload.tags(tags);
    return this;
  }

  /** The schema of the statements that follow; empty for none. */
  public CouplingFixture in(String schema) {
    workload.schema(schema);
    return this;
  }

  /** Ends the server that is being made. */
  public CouplingFixture server(String name) {
    data.add(
        new CoupledData(
            name,
            cataloged ? Optional.of(catalog.build()) : Optional.empty(),
            CatalogReader.PARSING,
            List.of(
                new CoupledServer(
                    name, workload.build(), seconds, threshold, estimate, observed))));
    catalog = new CatalogFixture();
    workload = new WorkloadFixture();
    observed = Observations.NONE;
    estimate = Optional.empty();
    seconds = SECONDS;
    threshold = OptionalDouble.of(0);
    cataloged = true;
    return this;
  }

  /** Who is who. */
  public ServiceMapping mapping() {
    return ServiceMapping.of(services);
  }

  /** The columns by services. */
  public CouplingInput build() {
    return build(PartyLevel.SERVICE);
  }

  /** The columns. */
  public CouplingInput build(PartyLevel level) {
    return CouplingInputs.of(data, mapping(), level);
  }

  private static Match match(String user) {
    return new Match(List.of(new Glob(user)), List.of(), List.of(), List.of());
  }

  private static List<TablePattern> patterns(List<String> patterns) {
    return patterns.stream().map(TablePattern::parse).toList();
  }
}
