package dev.watershed.analyzer.attribution;

import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.Measure;
import dev.watershed.workload.Origin;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Puts what logs show exactly and what samples say of counters together. Servers are sampled
 * independently of each other, so that the distances of the ends of their intervals are squared and
 * added; the time that no sample stands for is added as it is.
 */
public final class FleetLoads {

  private static final Origin UNKNOWN = new Origin("", "", List.of());

  private FleetLoads() {}

  /** The load by service. */
  public static FleetLoad byService(
      Workload workload, ServiceMapping mapping, List<ServerEstimate> servers) {
    return of(
        workload,
        origin -> mapping.attribute(origin).service().map(Attribution::of).orElse(Attribution.NONE),
        servers,
        ServerEstimate::services);
  }

  /** The load by module; of services without modules, by service. */
  public static FleetLoad byModule(
      Workload workload, ServiceMapping mapping, List<ServerEstimate> servers) {
    return of(workload, mapping::attribute, servers, ServerEstimate::modules);
  }

  private static FleetLoad of(
      Workload workload,
      Function<Origin, Attribution> whose,
      List<ServerEstimate> servers,
      Function<ServerEstimate, AttributedLoad> load) {
    long counted = servers.stream().mapToLong(server -> load.apply(server).totalMicros()).sum();
    Map<Attribution, Long> exact = exact(workload, whose);
    long total = exact.values().stream().mapToLong(Long::longValue).sum();
    exact.computeIfPresent(
        whose.apply(UNKNOWN), (nobody, micros) -> micros > counted ? micros - counted : null);
    List<AttributedLoad> sampled =
        servers.stream().filter(ServerEstimate::sampled).map(load).toList();
    Set<Attribution> services = new TreeSet<>(Comparator.comparing(Attribution::toString));
    services.addAll(exact.keySet());
    sampled.forEach(each -> each.services().forEach(part -> services.add(part.service())));
    List<FleetLoad.Part> parts = new ArrayList<>();
    services.forEach(service -> parts.add(part(service, exact.getOrDefault(service, 0L), sampled)));
    parts.sort(Comparator.comparingDouble(part -> -part.micros().estimate()));
    return new FleetLoad(
        parts,
        part(Attribution.NONE, 0, sampled.stream().map(FleetLoads::unseen).toList())
            .micros()
            .high(),
        servers.stream()
            .filter(server -> !server.sampled())
            .mapToLong(server -> load.apply(server).totalMicros())
            .sum(),
        total,
        servers);
  }

  /** A server on which nobody was seen. */
  private static AttributedLoad unseen(AttributedLoad load) {
    return new AttributedLoad(
        List.of(),
        load.unseenMicros(),
        load.unsampledMicros(),
        load.openMicros(),
        load.totalMicros());
  }

  private static Map<Attribution, Long> exact(
      Workload workload, Function<Origin, Attribution> whose) {
    List<Attribution> services = workload.origins().stream().map(whose).toList();
    Map<Attribution, Long> exact = new HashMap<>();
    StatementTable statements = workload.statements();
    for (int row = 0; row < statements.size(); row++) {
      exact.merge(
          services.get(statements.originIndex(row)),
          statements.value(row, Measure.TIME_MICROS),
          Long::sum);
    }
    return exact;
  }

  private static FleetLoad.Part part(
      Attribution service, long exactMicros, List<AttributedLoad> sampled) {
    double estimate = 0;
    double below = 0;
    double above = 0;
    long open = 0;
    long samples = 0;
    for (AttributedLoad load : sampled) {
      Interval own = load.of(service);
      double upper = own.high() - own.estimate() - load.openMicros();
      estimate += own.estimate();
      below += (own.estimate() - own.low()) * (own.estimate() - own.low());
      above += upper * upper;
      open += load.openMicros();
      samples +=
          load.services().stream()
              .filter(part -> part.service().equals(service))
              .mapToLong(AttributedLoad.Part::samples)
              .sum();
    }
    return new FleetLoad.Part(
        service,
        exactMicros,
        new Interval(
            estimate, Math.max(0, estimate - Math.sqrt(below)), estimate + Math.sqrt(above) + open),
        samples);
  }
}
