package dev.watershed.analyzer.index.trial;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of trying one advised index.
 *
 * @param adviceId whose
 * @param refused why it could not be built; empty if it was
 * @param used whether the optimizer took it for one of its statements
 * @param statements that it is for and that could be run
 * @param skipped how many of its statements were not run: they write, or literals are missing
 */
public record TrialOutcome(
    String adviceId,
    Optional<String> refused,
    boolean used,
    List<TriedStatement> statements,
    int skipped) {

  public TrialOutcome {
    Objects.requireNonNull(adviceId, "adviceId");
    Objects.requireNonNull(refused, "refused");
    statements = List.copyOf(statements);
  }

  /** Whether it was seen to make a statement read fewer rows. */
  public boolean proven() {
    return used
        && statements.stream()
            .anyMatch(statement -> statement.freed() || statement.rowsFactor().orElse(0.0) > 1);
  }
}
