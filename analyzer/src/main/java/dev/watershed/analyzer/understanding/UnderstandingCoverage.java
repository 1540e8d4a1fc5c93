package dev.watershed.analyzer.understanding;

import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.sql.facts.FactIssue;
import dev.watershed.sql.facts.StatementFacts;
import dev.watershed.sql.resolve.Understanding;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How much of the statements that read or write rows was understood. Statements of other kinds
 * (SET, BEGIN, SHOW, DDL) are not counted here: their words say all that is asked of them.
 *
 * @param readable such statements
 * @param understood those of them whose whole text was read
 * @param issues what was not understood, and how many statements have it
 */
public record UnderstandingCoverage(Weight readable, Weight understood, List<Count> issues) {

  /** An amount of statements, counted in three ways. */
  public record Weight(long digests, double calls, double seconds) {

    /** Nothing. */
    public static final Weight NONE = new Weight(0, 0, 0);

    Weight and(WeightedStatement statement) {
      return new Weight(digests + 1, calls + statement.calls(), seconds + statement.seconds());
    }
  }

  /**
   * A kind of what was not understood.
   *
   * @param statements that have it
   * @param example the digest and subject of the one with the longest time
   */
  public record Count(
      FactIssue.Reason reason, long statements, long exampleDigest, String example) {

    public Count {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(example, "example");
    }
  }

  public UnderstandingCoverage {
    Objects.requireNonNull(readable, "readable");
    Objects.requireNonNull(understood, "understood");
    issues = List.copyOf(issues);
  }

  /**
   * Counts.
   *
   * @param statements the ones with the longest time first
   */
  public static UnderstandingCoverage of(List<WeightedStatement> statements) {
    Weight readable = Weight.NONE;
    Weight understood = Weight.NONE;
    Map<FactIssue.Reason, Count> issues = new TreeMap<>();
    for (WeightedStatement statement : statements) {
      StatementFacts facts = statement.facts();
      for (FactIssue.Reason reason :
          facts.issues().stream().map(FactIssue::reason).distinct().toList()) {
        issues.merge(reason, first(reason, statement), UnderstandingCoverage::oneMore);
      }
      if (Understanding.isParsed(facts.kind())) {
        readable = readable.and(statement);
        understood = facts.parsed() ? understood.and(statement) : understood;
      }
    }
    return new UnderstandingCoverage(readable, understood, List.copyOf(issues.values()));
  }

  private static Count first(FactIssue.Reason reason, WeightedStatement statement) {
    String subject =
        statement.facts().issues().stream()
            .filter(issue -> issue.reason() == reason)
            .map(FactIssue::subject)
            .findFirst()
            .orElse("");
    return new Count(reason, 1, statement.digest(), subject);
  }

  private static Count oneMore(Count before, Count next) {
    return new Count(
        before.reason(),
        before.statements() + next.statements(),
        before.exampleDigest(),
        before.example());
  }

  /** The share of calls that was understood, 0 to 1; 1 where there was nothing to understand. */
  public double callShare() {
    return share(understood.calls(), readable.calls());
  }

  /** The share of time, likewise. */
  public double timeShare() {
    return share(understood.seconds(), readable.seconds());
  }

  /** The share of digests, likewise. */
  public double digestShare() {
    return share(understood.digests(), readable.digests());
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 1 : part / whole;
  }
}
