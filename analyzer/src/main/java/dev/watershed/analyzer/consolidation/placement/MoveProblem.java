package dev.watershed.analyzer.consolidation.placement;

import java.util.List;
import java.util.Objects;

/**
 * Why a move cannot be applied.
 *
 * @param move its place in the list, from 0
 * @param message what is wrong
 * @param name the name that is not known; empty if it is something else
 * @param known names that could have been meant
 */
public record MoveProblem(int move, String message, String name, List<String> known) {

  public MoveProblem {
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(name, "name");
    known = List.copyOf(known);
  }
}
