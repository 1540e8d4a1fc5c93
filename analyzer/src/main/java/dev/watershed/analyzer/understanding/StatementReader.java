package dev.watershed.analyzer.understanding;

import dev.watershed.sql.facts.StatementFacts;

/** Says what a statement does, on any number of threads. */
@FunctionalInterface
public interface StatementReader {

  /** What a statement does. */
  StatementFacts read(AskedStatement statement);
}
