package dev.watershed.workload;

import java.util.Objects;
import org.eclipse.collections.api.list.primitive.ImmutableLongList;
import org.eclipse.collections.impl.factory.primitive.LongLists;

/**
 * The ranks of combinations that count under the bounds but have no row of their own, because one
 * of their names was lumped; ascending. A merge needs them to draw the same line as if it had seen
 * everything at once ({@link Combinations}). Each list is shorter than its bound, and empty where
 * no name was lumped.
 *
 * @param digestSchemas of digest and schema
 * @param statements of digest, schema and origin
 * @param transactions of transaction class and origin
 */
public record LumpedCombinations(
    ImmutableLongList digestSchemas, ImmutableLongList statements, ImmutableLongList transactions) {

  /** No name was lumped. */
  public static final LumpedCombinations NONE =
      new LumpedCombinations(
          LongLists.immutable.empty(), LongLists.immutable.empty(), LongLists.immutable.empty());

  public LumpedCombinations {
    Objects.requireNonNull(digestSchemas, "digestSchemas");
    Objects.requireNonNull(statements, "statements");
    Objects.requireNonNull(transactions, "transactions");
  }
}
