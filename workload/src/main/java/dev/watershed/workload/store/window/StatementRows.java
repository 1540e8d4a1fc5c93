package dev.watershed.workload.store.window;

import dev.watershed.workload.LatencyBuckets;
import dev.watershed.workload.LatencyHistogram;
import dev.watershed.workload.Measure;
import dev.watershed.workload.store.column.Column;
import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.container.UnreadableFileException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * The statements of a window, column by column, read and checked. What one window fills the next
 * one overwrites: there are millions of rows. For one thread.
 */
final class StatementRows {

  private static final List<Column.Longs> MEASURES =
      Stream.of(Measure.values()).map(WindowColumns::of).toList();

  private final BitSet present = new BitSet(MEASURES.size());
  private final long[][] measures = new long[MEASURES.size()][0];
  private int size;
  private long[] digests = new long[0];
  private int[] digestRows = new int[0];
  private int[] schemas = new int[0];
  private int[] origins = new int[0];
  private int[] latencyEnds = new int[0];
  private short[] buckets = new short[0];
  private long[] counts = new long[0];

  /**
   * Reads the statements of a window.
   *
   * @param known the digests that the window lists, ascending
   * @throws UnreadableFileException if something of them is damaged
   */
  void read(
      StoredWindow window, long[] known, int schemaCount, int originCount, ColumnMemory memory)
      throws UnreadableFileException {
    try (ColumnTable table = window.table(WindowSection.STATEMENTS, memory)) {
      size = table.rows();
      widen();
      readDigests(window, table, known);
      table.copy(WindowColumns.SCHEMA, schemas);
      StoredWindow.checkIds(WindowColumns.SCHEMA, schemas, size, schemaCount);
      table.copy(WindowColumns.ORIGIN, origins);
      StoredWindow.checkIds(WindowColumns.ORIGIN, origins, size, originCount);
      for (int measure = 0; measure < measures.length; measure++) {
        boolean has = table.has(MEASURES.get(measure));
        present.set(measure, has);
        if (has) {
          table.copy(MEASURES.get(measure), measures[measure]);
        }
      }
      readLatencies(window, table, memory);
    }
  }

  int size() {
    return size;
  }

  /** The position of a row's digest among those that the window lists. */
  int digestRow(int row) {
    return digestRows[row];
  }

  int schema(int row) {
    return schemas[row];
  }

  int origin(int row) {
    return origins[row];
  }

  /** Whether any row has a value of a measure that changes something when it is merged. */
  boolean has(Measure measure) {
    return present.get(measure.ordinal());
  }

  /** The values of a measure, where {@link #has}; those of the first {@link #size()} rows count. */
  long[] values(Measure measure) {
    return measures[measure.ordinal()];
  }

  /** Adds the latencies of a row. */
  void addLatencies(int row, LatencyHistogram to) {
    for (int i = row == 0 ? 0 : latencyEnds[row - 1]; i < latencyEnds[row]; i++) {
      to.addToBucket(buckets[i], counts[i]);
    }
  }

  /** A measure merged over all rows. */
  long merged(Measure measure) {
    if (!has(measure)) {
      return measure.neutral();
    }
    long[] values = values(measure);
    long merged = measure.neutral();
    Measure.Merge merge = measure.merge();
    for (int row = 0; row < size; row++) {
      merged =
          switch (merge) {
            case SUM -> merged + values[row];
            case MIN -> Math.min(merged, values[row]);
            case MAX -> Math.max(merged, values[row]);
          };
    }
    return merged;
  }

  private void readDigests(StoredWindow window, ColumnTable table, long[] known)
      throws UnreadableFileException {
    if (window.indexesDigests()) {
      window.copyDigestRows(table, known.length, digestRows);
      return;
    }
    table.copy(WindowColumns.DIGEST, digests);
    for (int row = 0; row < size; row++) {
      boolean again = row > 0 && digests[row] == digests[row - 1];
      digestRows[row] = again ? digestRows[row - 1] : Arrays.binarySearch(known, digests[row]);
      if (digestRows[row] < 0) {
        throw new UnreadableFileException(
            FileProblem.CORRUPTED, "a statement whose digest is not listed");
      }
    }
  }

  private void readLatencies(StoredWindow window, ColumnTable statements, ColumnMemory memory)
      throws UnreadableFileException {
    WindowSection section = WindowSection.STATEMENT_LATENCIES;
    try (ColumnTable table = window.table(section, memory)) {
      window.copyLatencyEnds(statements, section, table.rows(), latencyEnds);
      if (table.rows() > buckets.length) {
        buckets = new short[roomy(table.rows())];
        counts = new long[buckets.length];
      }
      table.copy(WindowColumns.BUCKET, buckets);
      table.copy(WindowColumns.COUNT, counts);
      for (int i = 0; i < table.rows(); i++) {
        if (buckets[i] < 0 || buckets[i] >= LatencyBuckets.COUNT) {
          throw new UnreadableFileException(FileProblem.CORRUPTED, "latency bucket " + buckets[i]);
        }
      }
    }
  }

  private void widen() {
    if (size <= digestRows.length) {
      return;
    }
    int capacity = roomy(size);
    digests = new long[capacity];
    digestRows = new int[capacity];
    schemas = new int[capacity];
    origins = new int[capacity];
    latencyEnds = new int[capacity];
    for (int measure = 0; measure < measures.length; measure++) {
      measures[measure] = new long[capacity];
    }
  }

  private static int roomy(int rows) {
    return rows + (rows >> 2);
  }
}
