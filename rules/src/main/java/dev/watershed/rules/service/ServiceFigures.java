package dev.watershed.rules.service;

import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.ranking.ServiceLoad;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import java.util.List;
import java.util.Optional;

/** Finds what services cost. */
final class ServiceFigures {

  private ServiceFigures() {}

  /** The load of the services that are known, the most first. */
  static List<ServiceLoad> known(WorkloadFacts facts) {
    return facts.services().stream().filter(load -> load.service().known()).toList();
  }

  /** The load of a service; empty if it sent nothing. */
  static Optional<ServiceLoad> load(WorkloadFacts facts, String service) {
    return known(facts).stream().filter(load -> load.service().name().equals(service)).findFirst();
  }

  /** What a service cost; empty if it sent nothing. */
  static Optional<Figures> of(WorkloadFacts facts, String service) {
    return load(facts, service).map(ServiceLoad::figures);
  }
}
