package dev.watershed.analyzer.consolidation.crossing;

import java.util.Set;

/**
 * A statement of a party that crosses borders.
 *
 * @param touch its row in {@link dev.watershed.analyzer.coupling.input.Touches}
 * @param borders at least one
 */
public record CrossingTouch(int touch, Set<Border> borders) {

  public CrossingTouch {
    borders = Set.copyOf(borders);
    if (borders.isEmpty()) {
      throw new IllegalArgumentException("touch " + touch + " crosses nothing");
    }
  }
}
