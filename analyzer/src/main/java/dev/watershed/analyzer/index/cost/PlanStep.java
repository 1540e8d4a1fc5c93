package dev.watershed.analyzer.index.cost;

import dev.watershed.analyzer.index.shape.SourceShape;
import java.util.Objects;

/**
 * How one source is read in a plan.
 *
 * @param times how often
 * @param buffered whether its rows are read once and joined in memory
 * @param examined rows read, all times together
 */
public record PlanStep(
    SourceShape source, Access access, double times, boolean buffered, double examined) {

  public PlanStep {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(access, "access");
  }
}
