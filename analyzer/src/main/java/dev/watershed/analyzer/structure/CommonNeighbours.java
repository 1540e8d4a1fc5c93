package dev.watershed.analyzer.structure;

/**
 * Counts the neighbours that two vertices share. A vertex with so many that a bit for each vertex
 * of the graph takes less room has bits, which are compared 64 at a time; others are looked up one
 * by one.
 */
final class CommonNeighbours {

  private static final long[] NO_BITS = {};

  private final int[][] neighbours;
  private final long[][] bits;

  private CommonNeighbours(int[][] neighbours, long[][] bits) {
    this.neighbours = neighbours;
    this.bits = bits;
  }

  /**
   * Those of a graph.
   *
   * @param neighbours of each vertex, ascending
   */
  static CommonNeighbours of(int[][] neighbours) {
    int words = (neighbours.length + Long.SIZE - 1) / Long.SIZE;
    long[][] bits = new long[neighbours.length][];
    for (int vertex = 0; vertex < neighbours.length; vertex++) {
      bits[vertex] = neighbours[vertex].length < words ? NO_BITS : bits(neighbours[vertex], words);
    }
    return new CommonNeighbours(neighbours, bits);
  }

  private static long[] bits(int[] neighbours, int words) {
    long[] bits = new long[words];
    for (int neighbour : neighbours) {
      bits[neighbour / Long.SIZE] |= 1L << neighbour;
    }
    return bits;
  }

  /** How many vertices are neighbours of both. */
  int count(int one, int other) {
    long[] first = bits[one];
    long[] second = bits[other];
    if (first.length > 0 && second.length > 0) {
      return ofBits(first, second);
    }
    if (first.length > 0) {
      return among(neighbours[other], first);
    }
    return second.length > 0
        ? among(neighbours[one], second)
        : ofRows(neighbours[one], neighbours[other]);
  }

  private static int ofBits(long[] first, long[] second) {
    int common = 0;
    for (int word = 0; word < first.length; word++) {
      common += Long.bitCount(first[word] & second[word]);
    }
    return common;
  }

  private static int among(int[] some, long[] bits) {
    int common = 0;
    for (int vertex : some) {
      common += (int) (bits[vertex / Long.SIZE] >>> vertex & 1);
    }
    return common;
  }

  private static int ofRows(int[] first, int[] second) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < first.length && j < second.length) {
      if (first[i] == second[j]) {
        common++;
        i++;
        j++;
      } else if (first[i] < second[j]) {
        i++;
      } else {
        j++;
      }
    }
    return common;
  }
}
