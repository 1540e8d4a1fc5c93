package dev.watershed.benchmarks.corpus;

import java.util.SplittableRandom;

/** Draws ranks by Zipf's law, in constant time (the alias method; Vose, IEEE TSE 17(9), 1991). */
final class Zipf {

  private final double[] keep;
  private final int[] alias;

  Zipf(int ranks, double exponent) {
    keep = new double[ranks];
    alias = new int[ranks];
    double sum = 0;
    for (int rank = 0; rank < ranks; rank++) {
      keep[rank] = Math.pow(rank + 1, -exponent);
      sum += keep[rank];
    }
    int[] small = new int[ranks];
    int[] large = new int[ranks];
    int smalls = 0;
    int larges = 0;
    for (int rank = 0; rank < ranks; rank++) {
      keep[rank] *= ranks / sum;
      if (keep[rank] < 1) {
        small[smalls++] = rank;
      } else {
        large[larges++] = rank;
      }
    }
    while (smalls > 0 && larges > 0) {
      int below = small[--smalls];
      int above = large[larges - 1];
      alias[below] = above;
      keep[above] -= 1 - keep[below];
      if (keep[above] < 1) {
        larges--;
        small[smalls++] = above;
      }
    }
    while (smalls > 0) {
      keep[small[--smalls]] = 1;
    }
  }

  int next(SplittableRandom random) {
    int rank = random.nextInt(keep.length);
    return random.nextDouble() < keep[rank] ? rank : alias[rank];
  }
}
