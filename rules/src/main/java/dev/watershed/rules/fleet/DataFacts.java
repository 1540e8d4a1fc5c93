package dev.watershed.rules.fleet;

import dev.watershed.analyzer.index.input.AdvisorInput;
import dev.watershed.analyzer.index.result.ServerAdvice;
import java.util.Objects;

/**
 * A set of data: its tables and statements, and what was advised.
 *
 * @param input the tables with their sizes, and the statements with what they do
 * @param advice of indexes and of rewriting
 */
public record DataFacts(AdvisorInput input, ServerAdvice advice) {

  public DataFacts {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(advice, "advice");
  }

  /** Its name. */
  public String name() {
    return input.server().name();
  }
}
