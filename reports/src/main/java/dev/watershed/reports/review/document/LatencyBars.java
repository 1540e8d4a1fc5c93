package dev.watershed.reports.review.document;

import dev.watershed.reports.review.form.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The bars of a latency histogram, five a decade: pairs of a bucket, of which there are 50 a
 * decade, and a count become pairs of the last bucket of a bar and its count. Bucket 0, all below
 * 10 µs, is a bar of its own, so that a bar ends where a fifth of a decade ends.
 */
public final class LatencyBars {

  /** The script divides by the same. */
  private static final int BUCKETS = 10;

  private LatencyBars() {}

  /** Those of a histogram; other values as they are. */
  public static Cell of(Cell cell) {
    if (!(cell instanceof Cell.Numbers numbers)) {
      return cell;
    }
    SortedMap<Double, Double> bars = new TreeMap<>();
    for (int pair = 0; pair + 1 < numbers.values().size(); pair += 2) {
      double last = BUCKETS * Math.ceil(numbers.values().get(pair) / BUCKETS);
      bars.merge(last, numbers.values().get(pair + 1), Double::sum);
    }
    List<Double> pairs = new ArrayList<>();
    bars.forEach(
        (bucket, count) -> {
          pairs.add(bucket);
          pairs.add(count);
        });
    return Cell.series(pairs);
  }
}
