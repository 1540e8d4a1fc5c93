package dev.watershed.analyzer.inference;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.saying.Saying.Joint;
import java.util.List;
import java.util.Objects;

/**
 * A table that a statement may touch without naming it.
 *
 * @param table {@code schema.table}, as the catalog writes it
 * @param written whether it is written, otherwise read
 * @param chain how the statement gets there, the shortest way; at least one step
 */
public record InferredTouch(String table, boolean written, List<Link> chain) {

  public InferredTouch {
    Objects.requireNonNull(table, "table");
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException(table + " without a chain");
    }
  }

  /** The chain in words. */
  public String chainText() {
    return chainSaid().text();
  }

  /** The chain. */
  public Saying chainSaid() {
    return Saying.joined(Joint.COMMA, chain.stream().map(Link::said).toList());
  }
}
