package dev.watershed.analyzer.index.cost;

import dev.watershed.analyzer.index.shape.BlockShape;
import dev.watershed.analyzer.index.shape.JoinClass;
import dev.watershed.analyzer.index.shape.SourceShape;
import java.util.HashMap;
import java.util.Map;

/**
 * How many rows sources have together: independent of the order in which they are joined. An
 * optional source takes no row away.
 */
final class Cardinality {

  /** Up to as many sources, there is a place for every set of them. */
  private static final int FEW = 7;

  private final BlockShape block;
  private final double[] rows;
  private final double[] few;
  private final Map<Long, Double> many = new HashMap<>();

  /**
   * Of the sources of a block.
   *
   * @param rows of each source, before its conditions
   */
  Cardinality(BlockShape block, double[] rows) {
    this.block = block;
    this.rows = rows.clone();
    few = new double[rows.length <= FEW ? 1 << rows.length : 0];
  }

  double of(long sources) {
    if (few.length == 0) {
      Double found = many.get(sources);
      return found == null ? remembered(sources) : found;
    }
    double found = few[(int) sources];
    return found == 0 ? remembered(sources) : found;
  }

  private double remembered(long sources) {
    double computed = compute(sources);
    if (few.length == 0) {
      many.put(sources, computed);
    } else {
      few[(int) sources] = computed;
    }
    return computed;
  }

  private double compute(long sources) {
    if (sources == 0) {
      return 1;
    }
    for (SourceShape source : block.sources()) {
      if (source.optional() && (sources & source.bit()) != 0) {
        long without = sources & ~source.bit();
        double partners = rows[source.number()] * source.filter() * equal(sources) / equal(without);
        return of(without) * Math.max(1, partners);
      }
    }
    double product = equal(sources);
    for (SourceShape source : block.sources()) {
      if ((sources & source.bit()) != 0) {
        product *= rows[source.number()] * source.filter();
      }
    }
    for (BlockShape.Filter filter : block.filters()) {
      product *= (filter.sources() & sources) == filter.sources() ? filter.share() : 1;
    }
    return product;
  }

  private double equal(long sources) {
    double share = 1;
    for (JoinClass each : block.classes()) {
      share *= each.selectivity(sources);
    }
    return share;
  }
}
