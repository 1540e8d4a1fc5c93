package dev.watershed.sql.parse;

import dev.watershed.sql.facts.FactIssue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of parsing a statement.
 *
 * @param statement empty if it was rejected
 * @param hints optimizer hints and index hints, in the statement's words
 * @param rejection why there is no statement; empty if there is one
 */
public record Reading(
    Optional<ParsedStatement> statement, List<String> hints, Optional<FactIssue> rejection) {

  public Reading {
    Objects.requireNonNull(statement, "statement");
    hints = List.copyOf(hints);
    Objects.requireNonNull(rejection, "rejection");
    if (statement.isPresent() == rejection.isPresent()) {
      throw new IllegalArgumentException("either a statement or the reason why there is none");
    }
  }
}
