package dev.watershed.analyzer.consolidation.distance;

import dev.watershed.analyzer.consolidation.crossing.Border;
import dev.watershed.analyzer.coupling.Evidence;
import java.util.Objects;
import java.util.Set;

/**
 * A statement of a party that crosses borders of the target.
 *
 * @param borders at least one
 */
public record CrossingStatement(Evidence evidence, Set<Border> borders) {

  public CrossingStatement {
    Objects.requireNonNull(evidence, "evidence");
    borders = Set.copyOf(borders);
  }
}
