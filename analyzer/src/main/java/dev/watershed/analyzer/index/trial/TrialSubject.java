package dev.watershed.analyzer.index.trial;

import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.sql.facts.TableRef;
import java.util.Objects;

/**
 * An advice to be tried.
 *
 * @param id of the advice
 */
public record TrialSubject(String id, IndexAdvice advice) {

  public TrialSubject {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(advice, "advice");
    if (advice.kind().isDrop()) {
      throw new IllegalArgumentException("nothing to build for " + id);
    }
  }

  /**
   * Whether a statement is among those that prove it. The digest alone does not tell: where schemas
   * have the same tables, the same text reads another table in each.
   */
  boolean isFor(WeightedStatement statement) {
    return advice.effects().stream().anyMatch(effect -> effect.digest() == statement.digest())
        && statement.facts().tables().stream().anyMatch(named -> isOwn(named.table()));
  }

  private boolean isOwn(TableRef table) {
    return table.table().equalsIgnoreCase(advice.table())
        && table.schema().filter(advice.schema()::equalsIgnoreCase).isPresent();
  }
}
