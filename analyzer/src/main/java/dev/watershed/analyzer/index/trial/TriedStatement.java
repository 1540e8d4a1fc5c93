package dev.watershed.analyzer.index.trial;

import dev.watershed.analyzer.index.trial.TrialHost.Measured;
import java.util.Objects;
import java.util.Optional;

/**
 * A statement with the indexes and without them, with the same literals.
 *
 * @param without empty if it took too long
 * @param with likewise
 * @param guessed whether a literal that decides which rows are read could not be drawn from the
 *     rows
 */
public record TriedStatement(
    long digest, Optional<Measured> without, Optional<Measured> with, boolean guessed) {

  public TriedStatement {
    Objects.requireNonNull(without, "without");
    Objects.requireNonNull(with, "with");
  }

  /** Rows read without by rows read with; at least 0; empty if one of them took too long. */
  public Optional<Double> rowsFactor() {
    return without.isPresent() && with.isPresent()
        ? Optional.of(
            Math.max(1.0, without.get().rowsRead()) / Math.max(1.0, with.get().rowsRead()))
        : Optional.empty();
  }

  /** Whether it could not be run without, and could be with. */
  public boolean freed() {
    return without.isEmpty() && with.isPresent();
  }
}
