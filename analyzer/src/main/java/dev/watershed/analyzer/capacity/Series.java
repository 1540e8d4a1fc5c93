package dev.watershed.analyzer.capacity;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rate minute by minute. Minutes between the first and the last that are not there count as 0.
 *
 * @param values by the minute since 1970 in which they begin
 * @param widthMinutes how many minutes a value is of
 */
public record Series(SortedMap<Long, Double> values, int widthMinutes) {

  private static final double P95 = 0.95;

  public Series {
    values = new TreeMap<>(values);
    if (widthMinutes < 1) {
      throw new IllegalArgumentException("a width of " + widthMinutes + " min");
    }
  }

  @Override
  public SortedMap<Long, Double> values() {
    return new TreeMap<>(values);
  }

  /** The highest value; empty without any. */
  public OptionalDouble peak() {
    return values.values().stream().mapToDouble(Double::doubleValue).max();
  }

  /** The mean from the first minute to the last; empty without any. */
  public OptionalDouble mean() {
    double sum = values.values().stream().mapToDouble(Double::doubleValue).sum();
    return values.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum / points());
  }

  /** The value that 95% of the minutes from the first to the last do not exceed. */
  public OptionalDouble p95() {
    if (values.isEmpty()) {
      return OptionalDouble.empty();
    }
    double[] sorted = values.values().stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    long zeros = points() - sorted.length;
    long rank = (long) Math.ceil(P95 * points()) - zeros;
    return OptionalDouble.of(rank <= 0 ? 0 : sorted[(int) rank - 1]);
  }

  /** How many days from the first minute to the last. */
  public double days() {
    return values.isEmpty() ? 0 : points() * widthMinutes / 1_440.0;
  }

  /** Both together in the time that both cover, in slots as wide as the wider one's: peaks meet. */
  public Series plus(Series other) {
    int width = Math.max(widthMinutes, other.widthMinutes);
    SortedMap<Long, Double> sum = new TreeMap<>();
    if (!values.isEmpty() && !other.values.isEmpty()) {
      long from = Math.max(values.firstKey(), other.values.firstKey());
      long to =
          Math.min(values.lastKey() + widthMinutes, other.values.lastKey() + other.widthMinutes);
      addHighest(sum, from, to, width, this);
      addHighest(sum, from, to, width, other);
    }
    return new Series(sum, width);
  }

  /** Of several minutes in a wider slot the highest counts. */
  private static void addHighest(
      SortedMap<Long, Double> sum, long from, long to, int width, Series series) {
    SortedMap<Long, Double> highest = new TreeMap<>();
    for (Map.Entry<Long, Double> value : series.values.entrySet()) {
      if (value.getKey() + series.widthMinutes > from && value.getKey() < to) {
        highest.merge(Math.floorDiv(value.getKey(), width) * width, value.getValue(), Math::max);
      }
    }
    highest.forEach((minute, value) -> sum.merge(minute, value, Double::sum));
  }

  private long points() {
    return (values.lastKey() - values.firstKey()) / widthMinutes + 1;
  }
}
