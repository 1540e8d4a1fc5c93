package dev.watershed.workload;

/**
 * Executions on their way into rows, a few at a time: the rows of a large table are far apart in
 * memory, and a processor fetches those of independent executions side by side.
 */
final class ExecutionBatch {

  private static final int SIZE = 32;

  private final int width = Measure.values().length;
  private final long[] keys = new long[SIZE];
  private final long[] weights = new long[SIZE];
  private final long[] figures = new long[SIZE * width];
  private final int[] rows = new int[SIZE];
  private final LatencyHistogram[] histograms = new LatencyHistogram[SIZE];
  private int size;

  boolean full() {
    return size == SIZE;
  }

  /** Takes one execution. */
  void add(long key, long[] execution, long weight) {
    keys[size] = key;
    weights[size] = weight;
    System.arraycopy(execution, 0, figures, size * width, width);
    size++;
  }

  /** Adds all executions taken to their rows, and forgets them. */
  void flush(MeasureRows table) {
    for (int i = 0; i < size; i++) {
      rows[i] = table.rowOf(keys[i]);
    }
    for (int i = 0; i < size; i++) {
      histograms[i] = table.histogram(rows[i]);
    }
    for (int i = 0; i < size; i++) {
      table.addFigures(rows[i], figures, i * width, weights[i]);
    }
    int time = Measure.TIME_MICROS.ordinal();
    for (int i = 0; i < size; i++) {
      histograms[i].add(figures[i * width + time], weights[i]);
    }
    size = 0;
  }
}
