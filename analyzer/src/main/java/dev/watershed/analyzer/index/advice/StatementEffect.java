package dev.watershed.analyzer.index.advice;

import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.selection.CostedStatement;
import java.util.Objects;

/** What a chosen candidate changes for a statement. */
record StatementEffect(CostedStatement statement, DigestEffect effect) {

  StatementEffect {
    Objects.requireNonNull(statement, "statement");
    Objects.requireNonNull(effect, "effect");
  }
}
