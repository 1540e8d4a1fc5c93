package dev.watershed.analyzer.coupling.input;

import java.util.Arrays;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;

/** Sums touches by party and statement. */
final class TouchSums {

  private static final int FIGURES = TouchFigure.values().length;
  private static final int ABSENT = -1;

  private final LongIntHashMap rows = new LongIntHashMap();
  private double[] sums = new double[FIGURES * 1_024];

  /** Adds figures in the order of {@link TouchFigure}. */
  void add(int party, int statement, double[] figures) {
    long key = (long) party << Integer.SIZE | statement;
    int row = rows.getIfAbsent(key, ABSENT);
    if (row == ABSENT) {
      row = rows.size();
      rows.put(key, row);
      if (rows.size() * FIGURES > sums.length) {
        sums = Arrays.copyOf(sums, sums.length * 2);
      }
    }
    for (int figure = 0; figure < FIGURES; figure++) {
      sums[row * FIGURES + figure] += figures[figure];
    }
  }

  Touches build() {
    long[] keys = rows.keySet().toSortedArray();
    int[] parties = new int[keys.length];
    int[] statements = new int[keys.length];
    double[][] figures = new double[FIGURES][keys.length];
    for (int row = 0; row < keys.length; row++) {
      parties[row] = (int) (keys[row] >>> Integer.SIZE);
      statements[row] = (int) keys[row];
      int from = rows.get(keys[row]) * FIGURES;
      for (int figure = 0; figure < FIGURES; figure++) {
        figures[figure][row] = sums[from + figure];
      }
    }
    return new Touches(parties, statements, figures);
  }
}
