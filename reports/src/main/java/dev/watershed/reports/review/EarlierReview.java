package dev.watershed.reports.review;

import dev.watershed.analyzer.consolidation.plan.Plan;
import dev.watershed.analyzer.decision.MeasuredDecision;
import dev.watershed.analyzer.span.SpanFacts;
import dev.watershed.analyzer.trend.CouplingTrend;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.gate.GateResult;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * The same of an earlier span, and what was measured between both.
 *
 * @param length of the earlier span, from its first execution to its last
 * @param nowLength of the span that the report is about
 * @param span the load of the earlier span, ranked by digest, all of them
 * @param fleet what rules judged of it
 * @param plan what would have been planned
 * @param gate what the rules said
 * @param trend what changed in coupling
 * @param decisions of the ledger that were accepted or done, and whether they helped
 */
public record EarlierReview(
    Duration length,
    Duration nowLength,
    SpanFacts span,
    FleetFacts fleet,
    Plan plan,
    GateResult gate,
    CouplingTrend trend,
    List<MeasuredDecision> decisions) {

  public EarlierReview {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(fleet, "fleet");
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(gate, "gate");
    Objects.requireNonNull(trend, "trend");
    decisions = List.copyOf(decisions);
    if (length.toMillis() <= 0 || nowLength.toMillis() <= 0) {
      throw new IllegalArgumentException("spans of " + length + " and " + nowLength);
    }
  }

  /** How long the earlier span was, in seconds. */
  public double seconds() {
    return length.toMillis() / 1_000.0;
  }

  /** How long the span of the report is, in seconds. */
  public double nowSeconds() {
    return nowLength.toMillis() / 1_000.0;
  }
}
