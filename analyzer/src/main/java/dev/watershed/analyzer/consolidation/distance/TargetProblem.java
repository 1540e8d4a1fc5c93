package dev.watershed.analyzer.consolidation.distance;

import java.util.List;
import java.util.Objects;

/**
 * What is wrong with a target.
 *
 * @param place where it is written: file, line and column
 * @param message what is wrong
 * @param name the name that is not known; empty if it is something else
 * @param known names that could have been meant
 * @param fatal whether nothing can be said about the target before it is mended
 */
public record TargetProblem(
    String place, String message, String name, List<String> known, boolean fatal) {

  public TargetProblem {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(name, "name");
    known = List.copyOf(known);
  }
}
