package dev.watershed.analyzer.consolidation.distance;

import dev.watershed.analyzer.service.TablePattern;
import java.util.Objects;

/**
 * A pattern of a target.
 *
 * @param place where it is written, for messages: file, line and column
 */
public record TargetPattern(TablePattern pattern, String place) {

  public TargetPattern {
    Objects.requireNonNull(pattern, "pattern");
    Objects.requireNonNull(place, "place");
  }
}
