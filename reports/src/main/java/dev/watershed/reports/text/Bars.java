package dev.watershed.reports.text;

import org.eclipse.collections.api.list.primitive.DoubleList;

/** Charts of one line, from the eight block elements of Unicode. */
final class Bars {

  private static final String BLOCKS = "▁▂▃▄▅▆▇█";
  private static final char NOTHING = '·';

  private Bars() {}

  /** A bar per count, the highest one full; what is not zero is seen, zero is a dot. */
  static String ofCounts(long[] counts) {
    long most = 0;
    for (long count : counts) {
      most = Math.max(most, count);
    }
    StringBuilder bars = new StringBuilder(counts.length);
    for (long count : counts) {
      bars.append(count == 0 ? NOTHING : block((double) count / most));
    }
    return bars.toString();
  }

  /** A series in at most so many bars, each as high as the highest of the points it stands for. */
  static String ofSeries(DoubleList series, int columns) {
    int bars = Math.min(columns, series.size());
    double most = series.isEmpty() ? 0 : series.max();
    StringBuilder line = new StringBuilder(bars);
    for (int bar = 0; bar < bars; bar++) {
      int from = (int) ((long) bar * series.size() / bars);
      int to = (int) ((long) (bar + 1) * series.size() / bars);
      double highest = 0;
      for (int point = from; point < to; point++) {
        highest = Math.max(highest, series.get(point));
      }
      line.append(highest == 0 ? NOTHING : block(highest / most));
    }
    return line.toString();
  }

  private static char block(double part) {
    int level = (int) Math.ceil(part * BLOCKS.length()) - 1;
    return BLOCKS.charAt(Math.max(0, Math.min(BLOCKS.length() - 1, level)));
  }
}
