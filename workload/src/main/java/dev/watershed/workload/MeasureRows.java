package dev.watershed.workload;

import java.util.Arrays;

/**
 * Rows of measures and a latency histogram under 64-bit keys, found by open addressing. Rows keep
 * the order in which they were first seen.
 */
final class MeasureRows {

  private static final int FIRST_CAPACITY = 256;

  private final int width;
  private int size;
  private long[] keys = new long[FIRST_CAPACITY];
  private long[] values;
  private LatencyHistogram[] histograms = new LatencyHistogram[FIRST_CAPACITY];
  private int[] slots = new int[FIRST_CAPACITY * 2];

  /** Rows of the first {@code width} measures. */
  MeasureRows(int width) {
    this.width = width;
    this.values = new long[FIRST_CAPACITY * width];
  }

  int size() {
    return size;
  }

  /** How many measures a row has. */
  int width() {
    return width;
  }

  long key(int row) {
    return keys[row];
  }

  long value(int row, int measure) {
    return values[row * width + measure];
  }

  LatencyHistogram histogram(int row) {
    return histograms[row];
  }

  /** The row of a key, made when it is new. */
  int rowOf(long key) {
    int mask = slots.length - 1;
    int slot = (int) mix(key) & mask;
    while (slots[slot] != 0) {
      int row = slots[slot] - 1;
      if (keys[row] == key) {
        return row;
      }
      slot = slot + 1 & mask;
    }
    return append(key, slot);
  }

  /** Adds one execution: its figures and its latency. */
  void add(int row, long[] figures, long weight) {
    addFigures(row, figures, 0, weight);
    histograms[row].add(figures[Measure.TIME_MICROS.ordinal()], weight);
  }

  /** Adds one execution's figures, which begin at {@code from}, each sum times {@code weight}. */
  void addFigures(int row, long[] figures, int from, long weight) {
    int start = row * width;
    int sums = Math.min(width, Measure.SUMS);
    if (weight == 1) {
      for (int i = 0; i < sums; i++) {
        values[start + i] += figures[from + i];
      }
    } else {
      addWeighted(start, sums, figures, from, weight);
    }
    mergeExtremes(figures, from, values, start);
  }

  /** Adds a row of another table of the same width. */
  void merge(long key, MeasureRows other, int otherRow) {
    int row = rowOf(key);
    int start = row * width;
    int from = otherRow * width;
    merge(other.values, from, values, start);
    histograms[row].merge(other.histograms[otherRow]);
  }

  /** Merges a row's measures into others, which begin at {@code start} of an array. */
  void mergeInto(int row, long[] target, int start) {
    merge(values, row * width, target, start);
  }

  private void merge(long[] source, int from, long[] target, int start) {
    int sums = Math.min(width, Measure.SUMS);
    for (int i = 0; i < sums; i++) {
      target[start + i] += source[from + i];
    }
    mergeExtremes(source, from, target, start);
  }

  private void addWeighted(int start, int sums, long[] figures, int from, long weight) {
    int unweighted = Measure.EVENTS_READ.ordinal();
    for (int i = 0; i < sums; i++) {
      long figure = figures[from + i];
      values[start + i] += i == unweighted ? figure : figure * weight;
    }
  }

  private void mergeExtremes(long[] source, int from, long[] target, int start) {
    if (width <= Measure.SUMS) {
      return;
    }
    int maxima = Measure.SUMS + Measure.MINIMA;
    for (int i = Measure.SUMS; i < maxima; i++) {
      target[start + i] = Math.min(target[start + i], source[from + i]);
    }
    for (int i = maxima; i < width; i++) {
      target[start + i] = Math.max(target[start + i], source[from + i]);
    }
  }

  private int append(long key, int slot) {
    if (size == keys.length) {
      grow();
      return rowOf(key);
    }
    int row = size++;
    slots[slot] = row + 1;
    keys[row] = key;
    histograms[row] = new LatencyHistogram();
    if (width > Measure.SUMS) {
      int start = row * width;
      int maxima = Measure.SUMS + Measure.MINIMA;
      Arrays.fill(values, start + Measure.SUMS, start + maxima, Long.MAX_VALUE);
      Arrays.fill(values, start + maxima, start + width, Long.MIN_VALUE);
    }
    return row;
  }

  private void grow() {
    int capacity = keys.length * 2;
    keys = Arrays.copyOf(keys, capacity);
    values = Arrays.copyOf(values, capacity * width);
    histograms = Arrays.copyOf(histograms, capacity);
    slots = new int[capacity * 2];
    int mask = slots.length - 1;
    for (int row = 0; row < size; row++) {
      int slot = (int) mix(keys[row]) & mask;
      while (slots[slot] != 0) {
        slot = slot + 1 & mask;
      }
      slots[slot] = row + 1;
    }
  }

  /** The finalizer of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): spreads packed keys. */
  static long mix(long key) {
    long mixed = (key ^ key >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }
}
