package dev.watershed.analyzer.index.advice;

import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.RewriteAdvice;
import java.util.List;

/**
 * What to do for a server's statements.
 *
 * @param indexes to add or to extend, the best first; those on tables without statistics at the end
 * @param rewrites of what no index serves, the largest load first
 */
public record Advice(List<IndexAdvice> indexes, List<RewriteAdvice> rewrites) {

  public Advice {
    indexes = List.copyOf(indexes);
    rewrites = List.copyOf(rewrites);
  }
}
