package dev.watershed.analyzer.ranking;

import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.Workload;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the services of whose statements nobody may have counted those that fail. */
public final class UncountedErrors {

  /** Digests are of no interest here, and many. */
  private static final RankingOptions BY_SERVICE =
      new RankingOptions(GroupBy.SERVICE, Order.TIME, 0);

  private UncountedErrors() {}

  /**
   * The services in a workload whose source may not count errors: all of them if it shows none, and
   * none if it shows any, whosever it is.
   *
   * @return their names
   */
  public static Set<String> services(Workload workload, ServiceMapping mapping) {
    WorkloadFacts facts = new Ranker(workload, mapping).rank(BY_SERVICE);
    long errors = facts.totals().flatMap(Figures::effort).map(Effort::errors).orElse(0L);
    return errors > 0
        ? Set.of()
        : facts.services().stream()
            .map(ServiceLoad::service)
            .filter(GroupKey.Named::known)
            .map(GroupKey.Named::name)
            .collect(Collectors.toUnmodifiableSet());
  }
}
