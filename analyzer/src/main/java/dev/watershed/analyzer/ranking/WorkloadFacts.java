package dev.watershed.analyzer.ranking;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The answer of a ranking.
 *
 * @param options what was asked
 * @param order the order in force: by time, where the log cannot tell what was asked
 * @param totals what everything cost; empty when nothing was read
 * @param digestCount distinct digests
 * @param groupCount groups before the limit
 * @param groups the groups shown, the first ones of the order
 * @param services the load by service, the most first, the unattributed last; all of them
 * @param load the load over time
 * @param quality what the figures do not show
 */
public record WorkloadFacts(
    RankingOptions options,
    Order order,
    Optional<Figures> totals,
    int digestCount,
    int groupCount,
    List<GroupFacts> groups,
    List<ServiceLoad> services,
    LoadOverTime load,
    QualityFacts quality) {

  public WorkloadFacts {
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(totals, "totals");
    groups = List.copyOf(groups);
    services = List.copyOf(services);
    Objects.requireNonNull(load, "load");
    Objects.requireNonNull(quality, "quality");
  }

  /** The same where something else than origins tells whose the time is. */
  public WorkloadFacts withUnattributed(OptionalDouble share) {
    return new WorkloadFacts(
        options,
        order,
        totals,
        digestCount,
        groupCount,
        groups,
        services,
        load,
        quality.withUnattributed(share));
  }

  /** The same with other lines. */
  WorkloadFacts withGroups(List<GroupFacts> others) {
    return new WorkloadFacts(
        options, order, totals, digestCount, groupCount, others, services, load, quality);
  }

  /** The number of services that ran something, without the unattributed rest. */
  public long serviceCount() {
    return services.stream().filter(load -> load.service().known()).count();
  }
}
