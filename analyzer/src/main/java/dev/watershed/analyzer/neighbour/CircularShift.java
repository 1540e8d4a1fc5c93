package dev.watershed.analyzer.neighbour;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Whether values are higher in marked slots than in the others: the rank sum of Mann and Whitney,
 * judged by moving the marks round the series. Moved marks keep their distances, so that slots that
 * follow each other may be alike. Several series are judged together: a series counts against the
 * highest of all of them at each shift (Westfall and Young, 1993), so that many of them do not make
 * a false alarm.
 */
final class CircularShift {

  /** The most shifts that are tried first, evenly spread. */
  static final int MOST_SHIFTS = 999;

  /** The most that are tried where hardly any of these reaches the marks' own place. */
  static final int MOST_SHIFTS_OF_RARE = 9_999;

  private static final double RARE = 0.002;

  private final int size;
  private final double[][] ranks;
  private final int[] known;

  /**
   * @param series of one length; {@code NaN} where a series has no value
   */
  CircularShift(double[][] series) {
    size = series.length == 0 ? 0 : series[0].length;
    ranks = new double[series.length][];
    known = new int[series.length];
    for (int each = 0; each < series.length; each++) {
      ranks[each] = ranks(series[each]);
      known[each] = (int) Arrays.stream(ranks[each]).filter(rank -> !Double.isNaN(rank)).count();
    }
  }

  /**
   * The share of the shifts, the marks' own place among them, at which any of the series has as
   * high a score as each of them has at the marks' own place. The least is 1 / (shifts + 1), where
   * there are as many as slots but one, and 9,999 at most.
   */
  double[] probabilities(BitSet marked) {
    double[] first = probabilities(marked, MOST_SHIFTS);
    return size - 1 > MOST_SHIFTS && Arrays.stream(first).anyMatch(each -> each <= RARE)
        ? probabilities(marked, MOST_SHIFTS_OF_RARE)
        : first;
  }

  private double[] probabilities(BitSet marked, int mostShifts) {
    int[] marks = marked.stream().toArray();
    double[] own = scores(marks, 0);
    double[] reached = new double[ranks.length];
    int shifts = Math.max(0, Math.min(mostShifts, size - 1));
    for (int number = 1; number <= shifts; number++) {
      int shift = (int) ((long) number * size / (shifts + 1));
      double highest = Arrays.stream(scores(marks, shift)).max().orElse(0);
      for (int each = 0; each < own.length; each++) {
        reached[each] += highest >= own[each] ? 1 : 0;
      }
    }
    for (int each = 0; each < own.length; each++) {
      reached[each] = (reached[each] + 1) / (shifts + 1);
    }
    return reached;
  }

  /** The standardized rank sums of the marked slots; 0 where one side has no value. */
  private double[] scores(int[] marks, int shift) {
    double[] scores = new double[ranks.length];
    for (int each = 0; each < ranks.length; each++) {
      double[] own = ranks[each];
      double sum = 0;
      int marked = 0;
      for (int mark : marks) {
        double rank = own[(mark + shift) % size];
        if (!Double.isNaN(rank)) {
          sum += rank;
          marked++;
        }
      }
      int all = known[each];
      int others = all - marked;
      if (marked > 0 && others > 0) {
        double expected = marked * (all + 1) / 2.0;
        double variance = (double) marked * others * (all + 1) / 12;
        scores[each] = (sum - expected) / Math.sqrt(variance);
      }
    }
    return scores;
  }

  /** Ranks from 1; equal values share the mean of theirs. */
  private static double[] ranks(double[] values) {
    Integer[] order = new Integer[values.length];
    int known = 0;
    for (int slot = 0; slot < values.length; slot++) {
      if (!Double.isNaN(values[slot])) {
        order[known++] = slot;
      }
    }
    Integer[] sorted = Arrays.copyOf(order, known);
    Arrays.sort(sorted, (first, second) -> Double.compare(values[first], values[second]));
    double[] ranks = new double[values.length];
    Arrays.fill(ranks, Double.NaN);
    for (int from = 0; from < known; ) {
      int to = from + 1;
      while (to < known && values[sorted[to]] == values[sorted[from]]) {
        to++;
      }
      for (int place = from; place < to; place++) {
        ranks[sorted[place]] = (from + 1 + to) / 2.0;
      }
      from = to;
    }
    return ranks;
  }
}
