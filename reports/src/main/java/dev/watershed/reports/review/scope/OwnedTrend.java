package dev.watershed.reports.review.scope;

import dev.watershed.analyzer.trend.CouplingTrend;
import java.util.Set;

/** The changes of coupling that some services take part in. */
final class OwnedTrend {

  private OwnedTrend() {}

  static CouplingTrend of(CouplingTrend trend, Set<String> services) {
    return new CouplingTrend(
        trend.findings().stream()
            .filter(each -> each.finding().services().stream().anyMatch(services::contains))
            .toList(),
        trend.unchanged(),
        trend.owners().stream()
            .filter(each -> services.contains(each.base()) || services.contains(each.head()))
            .toList(),
        trend.appearances().stream()
            .filter(each -> !each.service() || services.contains(each.name()))
            .toList(),
        trend.pairs().stream()
            .filter(each -> services.contains(each.first()) || services.contains(each.second()))
            .toList(),
        trend.notes());
  }
}
