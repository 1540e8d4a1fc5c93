package dev.watershed.reports.review.scope;

import dev.watershed.analyzer.attribution.FleetLoad;
import dev.watershed.analyzer.coverage.Coverage;
import dev.watershed.analyzer.ranking.FigureSum;
import dev.watershed.analyzer.ranking.ServiceLoad;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.reports.ServiceNames;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** The load of some services; shares are of the load of the fleet. */
final class OwnedLoad {

  private OwnedLoad() {}

  /** Totals and the load over time are unknown where logs do not tell whose statements are. */
  static WorkloadFacts of(WorkloadFacts facts, OwnedFleet owned, Set<String> services) {
    List<ServiceLoad> own =
        facts.services().stream()
            .filter(each -> each.service().known() && services.contains(each.service().name()))
            .toList();
    int digests = owned.digests();
    return new WorkloadFacts(
        facts.options(),
        facts.order(),
        FigureSum.of(own.stream().map(ServiceLoad::figures).toList()),
        digests,
        digests,
        facts.groups(),
        own,
        facts.load().of(own),
        facts.quality());
  }

  static FleetLoad of(FleetLoad load, Set<String> services) {
    return new FleetLoad(
        load.services().stream()
            .filter(part -> ServiceNames.of(part.service()).filter(services::contains).isPresent())
            .toList(),
        load.unseenMicros(),
        load.unattributedMicros(),
        load.totalMicros(),
        load.servers());
  }

  /** The servers that hold the data of some services. */
  static Coverage of(Coverage coverage, Set<String> servers) {
    return new Coverage(
        coverage.servers().stream().filter(each -> servers.contains(each.server())).toList(),
        coverage.countedFrom(),
        coverage.countedUntil());
  }

  /** Their part of all execution time, 0 to 1. */
  static OptionalDouble share(WorkloadFacts facts, FleetLoad load, Set<String> services) {
    if (load.estimated()) {
      double own =
          of(load, services).services().stream()
              .mapToDouble(part -> part.micros().estimate())
              .sum();
      return load.totalMicros() > 0
          ? OptionalDouble.of(own / load.totalMicros())
          : OptionalDouble.empty();
    }
    List<ServiceLoad> own =
        facts.services().stream()
            .filter(each -> each.service().known() && services.contains(each.service().name()))
            .toList();
    return own.isEmpty() || own.stream().anyMatch(each -> each.share().isEmpty())
        ? OptionalDouble.empty()
        : OptionalDouble.of(own.stream().mapToDouble(each -> each.share().getAsDouble()).sum());
  }
}
