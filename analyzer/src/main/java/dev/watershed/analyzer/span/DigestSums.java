package dev.watershed.analyzer.span;

import dev.watershed.analyzer.ranking.FigureMaker;
import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.ranking.Percentiles;
import dev.watershed.analyzer.ranking.Visibility;
import dev.watershed.workload.LatencyHistogram;
import dev.watershed.workload.Measure;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;

/**
 * Measures per digest, under dense ids. A column per measure: a scan adds to one after the other.
 */
public final class DigestSums {

  /** What {@link #percentiles} needs, beside latencies. */
  public static final List<Measure> FOR_PERCENTILES =
      List.of(Measure.TIME_MICROS_MIN, Measure.TIME_MICROS_MAX);

  private static final int FIRST_CAPACITY = 1_024;
  private static final int NEW = -1;

  private final MeasureColumns columns;
  private final boolean withLatencies;
  private final LongIntHashMap ids = new LongIntHashMap(FIRST_CAPACITY);
  private long[] digests = new long[FIRST_CAPACITY];
  private long[][] values;
  private LatencyHistogram[] histograms;

  DigestSums(MeasureColumns columns, boolean withLatencies) {
    this.columns = columns;
    this.withLatencies = withLatencies;
    this.values = new long[columns.size()][FIRST_CAPACITY];
    this.histograms = new LatencyHistogram[withLatencies ? FIRST_CAPACITY : 0];
    for (int position = 0; position < values.length; position++) {
      Arrays.fill(values[position], columns.measure(position).neutral());
    }
  }

  /** The number of digests. Ids are 0 to this − 1, in no order. */
  public int size() {
    return ids.size();
  }

  /** The digest of an id; 0 for those lumped. */
  public long digest(int id) {
    return digests[id];
  }

  /** A measure that was asked for. */
  public long value(int id, Measure measure) {
    return values[columns.positionOf(measure)][id];
  }

  /**
   * The figures of a digest, by the definitions that all rankings share.
   *
   * @throws IllegalArgumentException unless all measures were asked for
   */
  public Figures figures(int id, Visibility visibility) {
    requireLatencies();
    return FigureMaker.make(
        measure -> value(id, measure),
        histograms[id],
        visibility,
        !visibility.hidesFastExecutions(),
        false);
  }

  /** The percentiles alone; empty where no time is known. */
  public Optional<Percentiles> percentiles(int id) {
    requireLatencies();
    return Percentiles.of(
        histograms[id], value(id, Measure.TIME_MICROS_MIN), value(id, Measure.TIME_MICROS_MAX));
  }

  private void requireLatencies() {
    if (!withLatencies) {
      throw new IllegalArgumentException("latencies were not asked for");
    }
  }

  /** The id of a digest, made when it is new. */
  int idOf(long digest) {
    int id = ids.getIfAbsent(digest, NEW);
    if (id == NEW) {
      id = ids.size();
      if (id == digests.length) {
        grow();
      }
      ids.put(digest, id);
      digests[id] = digest;
      if (withLatencies) {
        histograms[id] = new LatencyHistogram();
      }
    }
    return id;
  }

  /** The column of a measure by its position; ids index it until the next {@link #idOf}. */
  long[] column(int position) {
    return values[position];
  }

  LatencyHistogram histogram(int id) {
    return histograms[id];
  }

  /** Adds the sums of another table of the same measures. */
  void merge(DigestSums other) {
    int size = other.size();
    int[] own = new int[size];
    for (int id = 0; id < size; id++) {
      own[id] = idOf(other.digests[id]);
      if (withLatencies) {
        histograms[own[id]].merge(other.histograms[id]);
      }
    }
    for (int position = 0; position < values.length; position++) {
      Adding.add(
          columns.measure(position).merge(), values[position], own, other.values[position], size);
    }
  }

  private void grow() {
    int from = digests.length;
    int capacity = from * 2;
    digests = Arrays.copyOf(digests, capacity);
    histograms = Arrays.copyOf(histograms, withLatencies ? capacity : 0);
    for (int position = 0; position < values.length; position++) {
      values[position] = Arrays.copyOf(values[position], capacity);
      Arrays.fill(values[position], from, capacity, columns.measure(position).neutral());
    }
  }
}
