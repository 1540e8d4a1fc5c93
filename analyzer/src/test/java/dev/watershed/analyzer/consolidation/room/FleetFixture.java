package dev.watershed.analyzer.consolidation.room;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.capacity.FleetCapacity;
import dev.watershed.analyzer.capacity.ServerLimits;
import dev.watershed.analyzer.consolidation.proposal.ProposalInput;
import dev.watershed.analyzer.consolidation.whatif.WhatIfInput;
import dev.watershed.analyzer.cost.Money;
import dev.watershed.analyzer.coupling.CouplingAnalysis;
import dev.watershed.analyzer.coupling.input.CoupledData;
import dev.watershed.analyzer.coupling.input.CoupledServer;
import dev.watershed.analyzer.coupling.input.CouplingInputs;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import dev.watershed.analyzer.inference.CatalogFixture;
import dev.watershed.analyzer.neighbour.NeighbourInput;
import dev.watershed.analyzer.service.Glob;
import dev.watershed.analyzer.service.Match;
import dev.watershed.analyzer.service.Service;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.analyzer.service.TablePattern;
import dev.watershed.analyzer.understanding.CatalogReader;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.TableStatistics;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.ObservationsBuilder;
import dev.watershed.workload.observation.ServerFact;
import dev.watershed.workload.observation.ServerFacts;
import dev.watershed.workload.observation.ServerMinutes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** Small fleets whose load goes by hours; each server is a set of data of its own name. */
public final class FleetFixture {

  /** When the first hour begins. */
  public static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  private static final int HOURS = 24;
  private static final long LAST_NANOS = 59_999_999_000L;

  private final List<Service> services = new ArrayList<>();
  private final List<CoupledData> data = new ArrayList<>();
  private final Map<String, ServerLimits> limits = new TreeMap<>();
  private CatalogFixture catalog = new CatalogFixture();
  private List<TableStatistics> statistics = new ArrayList<>();
  private WorkloadFixture workload = new WorkloadFixture();
  private ObservationsBuilder observed = new ObservationsBuilder(ObservationBounds.standard());
  private double seconds;
  private int halfCalls = 1;

  /** A service whose account has its name. */
  public FleetFixture service(String name, String... owns) {
    services.add(
        new Service(
            name,
            Optional.empty(),
            Optional.of(new Match(List.of(new Glob(name)), List.of(), List.of(), List.of())),
            List.of(owns).stream().map(TablePattern::parse).toList(),
            List.of(),
            List.of()));
    return this;
  }

  /** A table of the server that is being made. */
  public FleetFixture table(String name, long bytes) {
    return table(name, OptionalLong.of(bytes));
  }

  /** A table whose size is not known. */
  public FleetFixture table(String name) {
    return table(name, OptionalLong.empty());
  }

  private FleetFixture table(String name, OptionalLong bytes) {
    catalog.table(name);
    statistics.add(
        new TableStatistics(
            name.substring(0, name.indexOf('.')),
            name.substring(name.indexOf('.') + 1),
            START,
            OptionalLong.empty(),
            bytes,
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of()));
    return this;
  }

  /** Half of the statements in each hour of the loads that follow; 1 unless told. */
  public FleetFixture halfCalls(int calls) {
    halfCalls = calls;
    return this;
  }

  /** A service keeps so many processors busy for a minute of each hour, and others in one hour. */
  public FleetFixture load(
      String service, String sql, int days, double usual, int peakHour, double peak) {
    return load(service, sql, days, usual, hour -> hour % HOURS == peakHour, peak);
  }

  /** The same with peaks at hours counted from {@link #START}. */
  public FleetFixture load(
      String service, String sql, int days, double usual, IntPredicate peakHours, double peak) {
    workload.user(service).statement(sql);
    for (int hour = 0; hour < days * HOURS; hour++) {
      double busy = peakHours.test(hour) ? peak : usual;
      Instant minute = START.plusSeconds(3_600L * hour);
      long[] half = new long[halfCalls];
      Arrays.fill(half, (long) (busy * 30e6 / halfCalls));
      workload
          .at(minute.toString())
          .run(half)
          .at(minute.plusNanos(LAST_NANOS).toString())
          .run(half);
    }
    seconds = Math.max(seconds, days * 86_400.0);
    return this;
  }

  /** Redo a second and connections of the server that is being made for a day, and its limits. */
  public FleetFixture observed(
      long redoBytes, long connections, long redoCapacity, long maxConnections) {
    return observed(HOURS, redoBytes, connections, redoCapacity, maxConnections);
  }

  /** The same for some hours. */
  public FleetFixture observed(
      int hours, long redoBytes, long connections, long redoCapacity, long maxConnections) {
    for (int hour = 0; hour < hours; hour++) {
      ServerMinutes.Key minute =
          new ServerMinutes.Key("uuid", START.getEpochSecond() / 60 + 60L * hour);
      observed.minutes().add(minute, ServerMinutes.Figure.SAMPLES, 1);
      observed.minutes().add(minute, ServerMinutes.Figure.SPAN_MICROS, 3_600_000_000L);
      observed.minutes().add(minute, ServerMinutes.Figure.REDO_BYTES, 3_600 * redoBytes);
      observed.minutes().add(minute, ServerMinutes.Figure.THREADS_CONNECTED_MAX, connections);
    }
    return fact(ServerFact.INNODB_REDO_LOG_CAPACITY, Long.toString(redoCapacity))
        .fact(ServerFact.MAX_CONNECTIONS, Long.toString(maxConnections));
  }

  /** What the server that is being made says of itself. */
  public FleetFixture fact(ServerFact fact, String value) {
    return fact(fact, value, 1);
  }

  /** The same, seen last at a time. */
  public FleetFixture fact(ServerFact fact, String value, long seenMicros) {
    observed
        .facts()
        .add(
            new ServerFacts.Key("uuid", fact.key(), value),
            ServerFacts.Figure.LAST_SEEN_MICROS,
            seenMicros);
    return this;
  }

  /** The processors of its host are so busy in its first minutes, in percent. */
  public FleetFixture host(int... percent) {
    for (int minute = 0; minute < percent.length; minute++) {
      ServerMinutes.Key key = new ServerMinutes.Key("uuid", START.getEpochSecond() / 60 + minute);
      observed.minutes().add(key, ServerMinutes.Figure.HOST_SAMPLES, 1);
      observed
          .minutes()
          .add(key, ServerMinutes.Figure.HOST_CPU_MILLIPERCENT_SUM, 1_000L * percent[minute]);
    }
    return this;
  }

  /** Ends the server that is being made, of which nothing is configured. */
  public FleetFixture server(String name) {
    return server(name, ServerLimits.UNKNOWN);
  }

  /** Ends the server that is being made. */
  public FleetFixture server(String name, double cpus, double poolBytes, double perMonth) {
    return server(
        name,
        new ServerLimits(
            OptionalDouble.of(cpus),
            OptionalDouble.of(poolBytes),
            Optional.of(new Money("JPY", perMonth))));
  }

  private FleetFixture server(String name, ServerLimits given) {
    limits.put(name, given);
    Catalog plain = catalog.build();
    data.add(
        new CoupledData(
            name,
            Optional.of(
                new Catalog(
                    plain.takenAt(),
                    plain.serverVersion(),
                    plain.schemas(),
                    statistics,
                    plain.migrations(),
                    plain.gaps())),
            CatalogReader.PARSING,
            List.of(
                new CoupledServer(
                    name,
                    workload.build(),
                    seconds,
                    OptionalDouble.of(0),
                    Optional.empty(),
                    observed.build()))));
    catalog = new CatalogFixture();
    statistics = new ArrayList<>();
    workload = new WorkloadFixture();
    observed = new ObservationsBuilder(ObservationBounds.standard());
    seconds = 0;
    return this;
  }

  /** The servers. */
  public FleetCapacity capacity() {
    return FleetCapacity.of(data, ServiceMapping.of(services), limits);
  }

  /** What moves are judged by. */
  public WhatIfInput judged() {
    ServiceMapping mapping = ServiceMapping.of(services);
    TreeMap<String, Catalog> catalogs = new TreeMap<>();
    data.forEach(set -> catalogs.put(set.name(), set.catalog().orElseThrow()));
    return new WhatIfInput(
        CouplingAnalysis.of(
            CouplingInputs.of(data, mapping, PartyLevel.SERVICE), mapping, PartyLevel.SERVICE),
        catalogs,
        new TreeMap<>(),
        capacity());
  }

  /** What proposals are made of. */
  public ProposalInput proposals(NeighbourInput times) {
    return ProposalInput.of(judged(), data, times);
  }
}
