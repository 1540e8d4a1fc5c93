package dev.watershed.analyzer.understanding;

import dev.watershed.sql.facts.StatementFacts;
import java.util.Optional;

/** Says what a statement does; see {@link dev.watershed.sql.resolve.Understanding}. */
@FunctionalInterface
public interface StatementReader {

  /**
   * What a statement does.
   *
   * @param fingerprint its canonical text
   * @param truncated whether that is the beginning of the statement only
   * @param schema the default schema; empty if unknown
   */
  StatementFacts read(String fingerprint, boolean truncated, Optional<String> schema);
}
