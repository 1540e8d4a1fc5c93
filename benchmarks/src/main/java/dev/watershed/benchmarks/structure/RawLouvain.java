package dev.watershed.benchmarks.structure;

import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.coupling.input.Touches;
import dev.watershed.analyzer.coupling.input.TransactionClasses;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LouvainAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

/**
 * What the clusters are compared with: Louvain's algorithm on modularity, over the calls of
 * statements and the numbers of transactions that use two tables, as they are. The best of as many
 * seeds.
 */
final class RawLouvain {

  private RawLouvain() {}

  /** The part of each table. */
  static int[] of(CouplingInput input, int seeds) {
    TreeMap<Long, Double> weights = weights(input);
    double total = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    int[] firsts = weights.keySet().stream().mapToInt(key -> (int) (key >> Integer.SIZE)).toArray();
    int[] seconds = weights.keySet().stream().mapToInt(key -> (int) (long) key).toArray();
    Network network =
        new Network(
            input.tables().size(),
            true,
            new LargeIntArray[] {new LargeIntArray(firsts), new LargeIntArray(seconds)},
            new LargeDoubleArray(weights.values().stream().mapToDouble(d -> d).toArray()),
            false,
            true);
    double resolution = 1 / (2 * total);
    Map.Entry<Double, int[]> best =
        IntStream.range(0, seeds)
            .mapToObj(
                seed -> {
                  LouvainAlgorithm louvain = new LouvainAlgorithm(resolution, 0, new Random(seed));
                  Clustering found = louvain.findClustering(network);
                  return Map.entry(louvain.calcQuality(network, found), found.getClusters());
                })
            .max(Comparator.comparingDouble(Map.Entry::getKey))
            .orElseThrow();
    return Arrays.copyOf(best.getValue(), input.tables().size());
  }

  private static TreeMap<Long, Double> weights(CouplingInput input) {
    TreeMap<Long, Double> weights = new TreeMap<>();
    Touches touches = input.touches();
    for (int row = 0; row < touches.size(); row++) {
      add(weights, input.uses(), touches.statement(row), touches.calls(row));
    }
    TransactionClasses classes = input.transactions();
    for (int row = 0; row < classes.size(); row++) {
      add(weights, classes.uses(), row, classes.transactions(row));
    }
    return weights;
  }

  private static void add(TreeMap<Long, Double> weights, TableUses uses, int row, double times) {
    for (int one = uses.start(row); one < uses.end(row); one++) {
      for (int other = one + 1; other < uses.end(row); other++) {
        weights.merge(
            (long) uses.table(one) << Integer.SIZE | uses.table(other), times, Double::sum);
      }
    }
  }
}
