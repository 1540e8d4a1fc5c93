package dev.watershed.benchmarks.structure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LouvainAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

/**
 * What the clusters are compared with: Louvain's algorithm on modularity (Blondel et al., 2008).
 * The best of as many seeds.
 */
final class Louvain {

  private Louvain() {}

  /** The part of each vertex. */
  static int[] of(Ties ties, int seeds) {
    int[] firsts = ties.weights().keySet().stream().mapToInt(Ties::first).toArray();
    int[] seconds = ties.weights().keySet().stream().mapToInt(Ties::second).toArray();
    double[] weights = ties.weights().values().stream().mapToDouble(weight -> weight).toArray();
    Network network =
        new Network(
            ties.vertices(),
            true,
            new LargeIntArray[] {new LargeIntArray(firsts), new LargeIntArray(seconds)},
            new LargeDoubleArray(weights),
            false,
            true);
    double resolution = 1 / (2 * Arrays.stream(weights).sum());
    return IntStream.range(0, seeds)
        .mapToObj(
            seed -> {
              LouvainAlgorithm louvain = new LouvainAlgorithm(resolution, 0, new Random(seed));
              Clustering found = louvain.findClustering(network);
              return Map.entry(louvain.calcQuality(network, found), found.getClusters());
            })
        .max(Comparator.comparingDouble(Map.Entry::getKey))
        .orElseThrow()
        .getValue();
  }
}
