package dev.watershed.analyzer.structure;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Hubs that show by use alone, where accounts do not tell who reads: tables that are used together
 * with tables of at least five clusters and of at least half of the clusters, of none of them
 * mostly, and at least twice as much as tables are in the mean: a table that is hardly used is no
 * hub by the statements that stray to it. Clusters of less than three tables do not count.
 */
final class SpreadHubs {

  private static final int LEAST_CLUSTERS = 5;
  private static final int LEAST_TABLES = 3;
  private static final double LEAST_SHARE = 0.5;
  private static final double MOST_IN_ONE = 0.5;
  private static final double LEAST_OF_MEAN = 2;

  private SpreadHubs() {}

  /**
   * Finds them.
   *
   * @param together the tables' use together
   * @param parts of at least as many vertices
   * @param count how many parts there are
   */
  static BitSet of(WeightedGraph together, int[] parts, int count) {
    int[] sizes = new int[count];
    for (int table = 0; table < together.vertices(); table++) {
      if (parts[table] >= 0) {
        sizes[parts[table]]++;
      }
    }
    int clusters = 0;
    for (int size : sizes) {
      clusters += size >= LEAST_TABLES ? 1 : 0;
    }
    double[][] weights = new double[together.vertices()][];
    for (int edge = 0; edge < together.edges(); edge++) {
      add(
          weights,
          together.first(edge),
          parts[together.second(edge)],
          count,
          together.weight(edge));
      add(
          weights,
          together.second(edge),
          parts[together.first(edge)],
          count,
          together.weight(edge));
    }
    double[] volumes = together.volumes();
    double mean = Arrays.stream(volumes).filter(volume -> volume > 0).average().orElse(0);
    BitSet hubs = new BitSet();
    for (int table = 0; table < weights.length; table++) {
      boolean heavy = weights[table] != null && volumes[table] >= LEAST_OF_MEAN * mean;
      hubs.set(table, heavy && spread(weights[table], sizes, clusters));
    }
    return hubs;
  }

  private static void add(double[][] weights, int table, int part, int count, double weight) {
    if (part >= 0) {
      weights[table] = weights[table] == null ? new double[count] : weights[table];
      weights[table][part] += weight;
    }
  }

  private static boolean spread(double[] weights, int[] sizes, int clusters) {
    int met = 0;
    double sum = 0;
    double most = 0;
    for (int part = 0; part < weights.length; part++) {
      met += weights[part] > 0 && sizes[part] >= LEAST_TABLES ? 1 : 0;
      sum += weights[part];
      most = Math.max(most, weights[part]);
    }
    return met >= LEAST_CLUSTERS && met >= LEAST_SHARE * clusters && most < MOST_IN_ONE * sum;
  }
}
