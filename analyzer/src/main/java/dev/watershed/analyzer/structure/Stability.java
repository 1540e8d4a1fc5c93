package dev.watershed.analyzer.structure;

import java.util.List;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;

/** How far clusters depend on the seed. */
final class Stability {

  private Stability() {}

  /**
   * For each part, how often a pair of its vertices is together in the runs: the mean over pairs
   * and runs, from 0 to 1; 1 for a part of one vertex.
   *
   * @param parts of each vertex, negative for none
   * @param runs the parts by other seeds
   */
  static double[] ofParts(int[] parts, int count, List<int[]> runs) {
    int[] sizes = new int[count];
    for (int part : parts) {
      if (part >= 0) {
        sizes[part]++;
      }
    }
    double[] together = new double[count];
    for (int[] run : runs) {
      LongIntHashMap cells = new LongIntHashMap();
      for (int vertex = 0; vertex < parts.length; vertex++) {
        if (parts[vertex] >= 0 && run[vertex] >= 0) {
          cells.addToValue((long) parts[vertex] << Integer.SIZE | run[vertex], 1);
        }
      }
      cells.forEachKeyValue((cell, size) -> together[(int) (cell >>> Integer.SIZE)] += pairs(size));
    }
    double[] stability = new double[count];
    for (int part = 0; part < count; part++) {
      stability[part] = sizes[part] < 2 ? 1 : together[part] / (pairs(sizes[part]) * runs.size());
    }
    return stability;
  }

  private static double pairs(int size) {
    return size * (size - 1.0) / 2;
  }
}
