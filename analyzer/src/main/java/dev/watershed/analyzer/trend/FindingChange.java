package dev.watershed.analyzer.trend;

import dev.watershed.analyzer.coupling.Finding;
import dev.watershed.analyzer.saying.Saying;
import java.util.Objects;
import java.util.Optional;

/**
 * A finding that is not the same in both spans.
 *
 * @param base as the base shows it; empty if it does not
 * @param head as the head shows it; empty if it does not
 * @param saidReason why it is not comparable; empty if it is
 */
public record FindingChange(
    TrendKind kind, Optional<Finding> base, Optional<Finding> head, Saying saidReason) {

  public FindingChange {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(saidReason, "saidReason");
    if (base.isEmpty() && head.isEmpty()) {
      throw new IllegalArgumentException("a change of a finding that neither span shows");
    }
  }

  /** The finding as the head shows it, else as the base does. */
  public Finding finding() {
    return head.or(() -> base).orElseThrow();
  }

  /** How much more it weighs in the head than in the base, in the unit of its kind. */
  public double more() {
    return head.map(Finding::weight).orElse(0.0) - base.map(Finding::weight).orElse(0.0);
  }

  /** The reason in English; empty for none. */
  public String reason() {
    return saidReason.text();
  }
}
