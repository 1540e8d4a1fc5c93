package dev.watershed.analyzer.index;

import dev.watershed.sql.facts.StatementFacts;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A statement and how often it runs.
 *
 * @param schema the default schema of its sessions; empty if unknown
 * @param calls while the server was watched
 * @param seconds their time, all together
 * @param rowsExaminedPerCall measured; empty if unknown
 * @param rowsSentPerCall measured; empty if unknown
 */
public record WeightedStatement(
    long digest,
    Optional<String> schema,
    StatementFacts facts,
    double calls,
    double seconds,
    OptionalDouble rowsExaminedPerCall,
    OptionalDouble rowsSentPerCall) {

  public WeightedStatement {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(rowsExaminedPerCall, "rowsExaminedPerCall");
    Objects.requireNonNull(rowsSentPerCall, "rowsSentPerCall");
    if (!(calls > 0) || !(seconds >= 0)) {
      throw new IllegalArgumentException(calls + " calls of " + seconds + " seconds");
    }
  }
}
