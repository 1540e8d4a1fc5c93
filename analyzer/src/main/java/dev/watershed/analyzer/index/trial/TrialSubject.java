package dev.watershed.analyzer.index.trial;

import dev.watershed.analyzer.index.IndexAdvice;
import java.util.Objects;

/**
 * An advice to be tried.
 *
 * @param id of the advice
 */
public record TrialSubject(String id, IndexAdvice advice) {

  public TrialSubject {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(advice, "advice");
    if (advice.kind().isDrop()) {
      throw new IllegalArgumentException("nothing to build for " + id);
    }
  }

  /** Whether a digest is among the statements that prove it. */
  boolean isFor(long digest) {
    return advice.effects().stream().anyMatch(effect -> effect.digest() == digest);
  }
}
