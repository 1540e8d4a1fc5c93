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
 * @param rowsAffectedPerCall rows that a call inserts, changes and deletes, measured; empty if
 *     unknown
 */
public record WeightedStatement(
    long digest,
    Optional<String> schema,
    StatementFacts facts,
    double calls,
    double seconds,
    OptionalDouble rowsExaminedPerCall,
    OptionalDouble rowsSentPerCall,
    OptionalDouble rowsAffectedPerCall) {

  public WeightedStatement {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(rowsExaminedPerCall, "rowsExaminedPerCall");
    Objects.requireNonNull(rowsSentPerCall, "rowsSentPerCall");
    Objects.requireNonNull(rowsAffectedPerCall, "rowsAffectedPerCall");
    if (!(calls > 0) || !(seconds >= 0)) {
      throw new IllegalArgumentException(calls + " calls of " + seconds + " seconds");
    }
  }

  /** A statement of which nobody counted the rows that it writes. */
  public WeightedStatement(
      long digest,
      Optional<String> schema,
      StatementFacts facts,
      double calls,
      double seconds,
      OptionalDouble rowsExaminedPerCall,
      OptionalDouble rowsSentPerCall) {
    this(
        digest,
        schema,
        facts,
        calls,
        seconds,
        rowsExaminedPerCall,
        rowsSentPerCall,
        OptionalDouble.empty());
  }

  /** The same statement of two servers together; rows per call weighted by calls. */
  public WeightedStatement and(WeightedStatement other) {
    return new WeightedStatement(
        digest,
        schema,
        facts,
        calls + other.calls,
        seconds + other.seconds,
        mean(rowsExaminedPerCall, calls, other.rowsExaminedPerCall, other.calls),
        mean(rowsSentPerCall, calls, other.rowsSentPerCall, other.calls),
        mean(rowsAffectedPerCall, calls, other.rowsAffectedPerCall, other.calls));
  }

  private static OptionalDouble mean(
      OptionalDouble one, double oneCalls, OptionalDouble other, double otherCalls) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isPresent() ? one : other;
    }
    return OptionalDouble.of(
        (one.getAsDouble() * oneCalls + other.getAsDouble() * otherCalls)
            / (oneCalls + otherCalls));
  }
}
