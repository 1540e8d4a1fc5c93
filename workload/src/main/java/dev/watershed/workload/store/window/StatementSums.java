package dev.watershed.workload.store.window;

import dev.watershed.workload.LatencyHistogram;
import dev.watershed.workload.Measure;
import dev.watershed.workload.WorkloadBuilder;
import java.util.Arrays;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;

/**
 * Sums the statements of windows by digest, schema and origin, a column at a time, on their way
 * into a builder: far fewer rows arrive there than windows have. Indexes are the builder's.
 */
final class StatementSums {

  private static final int FIRST_CAPACITY = 1_024;
  private static final int NEW = -1;
  private static final int ORIGIN_BITS = 20;
  private static final int SCHEMA_BITS = 16;

  private final Measure[] all = Measure.values();
  private final LongIntHashMap rows = new LongIntHashMap(FIRST_CAPACITY);
  private long[] keys = new long[FIRST_CAPACITY];
  private final long[][] sums = new long[all.length][FIRST_CAPACITY];
  private LatencyHistogram[] histograms = new LatencyHistogram[FIRST_CAPACITY];
  private int[] rowOf = new int[0];

  StatementSums() {
    for (Measure measure : all) {
      Arrays.fill(sums[measure.ordinal()], measure.neutral());
    }
  }

  /** Whether rows can have indexes of so many schemas and origins. */
  static boolean holds(int schemas, int origins) {
    return schemas <= 1 << SCHEMA_BITS && origins <= 1 << ORIGIN_BITS;
  }

  /** The number of rows. */
  int size() {
    return rows.size();
  }

  /**
   * Adds the statements of a window.
   *
   * @param texts the builder's index of each digest that the window lists
   * @param schemas that of each of its schemas
   * @param origins that of each of its origins
   */
  void add(StatementRows statements, int[] texts, int[] schemas, int[] origins) {
    int size = statements.size();
    if (size > rowOf.length) {
      rowOf = new int[size + (size >> 2)];
    }
    for (int i = 0; i < size; i++) {
      int text = texts[statements.digestRow(i)];
      rowOf[i] = rowOf(key(text, schemas[statements.schema(i)], origins[statements.origin(i)]));
    }
    for (Measure measure : all) {
      if (statements.has(measure)) {
        add(measure, sums[measure.ordinal()], statements.values(measure), size);
      }
    }
    for (int i = 0; i < size; i++) {
      statements.addLatencies(i, histograms[rowOf[i]]);
    }
  }

  /** Moves all rows to the builder whose indexes they have. */
  void moveTo(WorkloadBuilder builder) {
    long[] figures = new long[all.length];
    for (int row = 0; row < size(); row++) {
      for (int measure = 0; measure < figures.length; measure++) {
        figures[measure] = sums[measure][row];
        sums[measure][row] = all[measure].neutral();
      }
      int text = (int) (keys[row] >>> ORIGIN_BITS + SCHEMA_BITS);
      int schema = (int) (keys[row] >>> ORIGIN_BITS) & (1 << SCHEMA_BITS) - 1;
      int origin = (int) keys[row] & (1 << ORIGIN_BITS) - 1;
      builder.addStatements(text, schema, origin, figures, histograms[row]);
    }
    rows.clear();
  }

  private void add(Measure measure, long[] into, long[] from, int size) {
    switch (measure.merge()) {
      case SUM -> {
        for (int i = 0; i < size; i++) {
          into[rowOf[i]] += from[i];
        }
      }
      case MIN -> {
        for (int i = 0; i < size; i++) {
          into[rowOf[i]] = Math.min(into[rowOf[i]], from[i]);
        }
      }
      case MAX -> {
        for (int i = 0; i < size; i++) {
          into[rowOf[i]] = Math.max(into[rowOf[i]], from[i]);
        }
      }
    }
  }

  private int rowOf(long key) {
    int row = rows.getIfAbsent(key, NEW);
    if (row == NEW) {
      row = rows.size();
      if (row == keys.length) {
        grow();
      }
      rows.put(key, row);
      keys[row] = key;
      histograms[row] = new LatencyHistogram();
    }
    return row;
  }

  private static long key(int text, int schema, int origin) {
    if (schema >>> SCHEMA_BITS != 0 || origin >>> ORIGIN_BITS != 0) {
      throw new IllegalStateException("schema " + schema + ", origin " + origin);
    }
    return (long) text << ORIGIN_BITS + SCHEMA_BITS | (long) schema << ORIGIN_BITS | origin;
  }

  private void grow() {
    int from = keys.length;
    int capacity = from * 2;
    keys = Arrays.copyOf(keys, capacity);
    histograms = Arrays.copyOf(histograms, capacity);
    for (Measure measure : all) {
      int position = measure.ordinal();
      sums[position] = Arrays.copyOf(sums[position], capacity);
      Arrays.fill(sums[position], from, capacity, measure.neutral());
    }
  }
}
