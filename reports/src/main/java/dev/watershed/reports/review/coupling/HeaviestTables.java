package dev.watershed.reports.review.coupling;

import java.util.Arrays;
import java.util.List;

/** The tables of most calls among those that are offered, so many at most, the heaviest first. */
final class HeaviestTables {

  private final int[] tables;
  private final double[] calls;
  private int size;

  /** None yet. */
  HeaviestTables(int most) {
    tables = new int[most];
    calls = new double[most];
  }

  /** Offers a table, each at most once; of equal ones the first stays before the others. */
  void offer(int table, double perSecond) {
    if (size == tables.length && (size == 0 || perSecond <= calls[size - 1])) {
      return;
    }
    int at = size < tables.length ? size++ : size - 1;
    while (at > 0 && calls[at - 1] < perSecond) {
      tables[at] = tables[at - 1];
      calls[at] = calls[at - 1];
      at--;
    }
    tables[at] = table;
    calls[at] = perSecond;
  }

  /** What is left of them. */
  List<Integer> tables() {
    return Arrays.stream(tables, 0, size).boxed().toList();
  }
}
