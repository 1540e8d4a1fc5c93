package dev.watershed.analyzer.consolidation.crossing;

import java.util.Set;

/**
 * A statement of a party that crosses other borders after a change than before.
 *
 * @param touch its row in {@link dev.watershed.analyzer.coupling.input.Touches}
 */
public record ChangedTouch(int touch, Set<Border> before, Set<Border> after) {

  public ChangedTouch {
    before = Set.copyOf(before);
    after = Set.copyOf(after);
  }
}
