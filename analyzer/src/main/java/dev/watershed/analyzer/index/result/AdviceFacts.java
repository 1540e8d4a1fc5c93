package dev.watershed.analyzer.index.result;

import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.ranking.DigestFacts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything known about one advice.
 *
 * @param planned the advice
 * @param table the indexes of its table, with other advice on them
 * @param statements the digests behind it, on each server that ran them
 */
public record AdviceFacts(PlannedAdvice planned, TableAdvice table, List<Statement> statements) {

  /** A digest on a server. */
  public record Statement(String server, DigestFacts facts) {

    public Statement {
      Objects.requireNonNull(server, "server");
      Objects.requireNonNull(facts, "facts");
    }
  }

  public AdviceFacts {
    Objects.requireNonNull(planned, "planned");
    Objects.requireNonNull(table, "table");
    statements = List.copyOf(statements);
  }

  /** What the advice changes for a statement. */
  public Optional<DigestEffect> effect(Statement statement) {
    return planned.advice().effects().stream()
        .filter(effect -> effect.digest() == statement.facts().digest().digest())
        .findFirst();
  }
}
