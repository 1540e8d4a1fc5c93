package dev.watershed.reports;

import dev.watershed.analyzer.trend.CouplingTrend;
import java.time.Instant;
import java.util.Objects;

/**
 * Two spans and what changed in coupling.
 *
 * @param base what was compared with
 * @param head what was compared
 */
public record ComparedCoupling(Span base, Span head, CouplingTrend trend) {

  /**
   * A span as it was asked for.
   *
   * @param from inclusive
   * @param until exclusive
   */
  public record Span(Instant from, Instant until) {

    public Span {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(until, "until");
    }
  }

  public ComparedCoupling {
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(head, "head");
    Objects.requireNonNull(trend, "trend");
  }
}
