package dev.watershed.collector.dump;

import dev.watershed.workload.catalog.Catalog;
import java.util.Objects;
import java.util.Optional;

/**
 * What a statement makes of a catalog.
 *
 * @param catalog after it; the one before where there is a problem
 * @param problem why the server would refuse it
 */
public record StepResult(Catalog catalog, Optional<Problem> problem) {

  /**
   * Why a statement fails.
   *
   * @param line from 1
   * @param column in it, in characters, from 1
   * @param message a sentence, without literals
   */
  public record Problem(int line, int column, String message) {

    public Problem {
      Objects.requireNonNull(message, "message");
    }
  }

  public StepResult {
    Objects.requireNonNull(catalog, "catalog");
    Objects.requireNonNull(problem, "problem");
  }
}
