package dev.watershed.analyzer.span;

import dev.watershed.workload.LatencyBuckets;
import dev.watershed.workload.LatencyHistogram;
import dev.watershed.workload.Measure;
import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowColumns;
import dev.watershed.workload.store.window.WindowSection;
import java.util.Arrays;
import java.util.List;

/** Adds windows to sums per digest, one after the other, over the same scratch arrays. */
final class WindowScan {

  private final MeasureColumns columns;
  private final ColumnMemory memory;
  private final DigestSums sums;
  private final boolean withLatencies;
  private long[] digests = new long[0];
  private int[] ids = new int[0];
  private long[] dictionary = new long[0];
  private boolean indexed;
  private final DigestIds digestIds;
  private int[] latenciesEnd = new int[0];
  private long[][] values;
  private short[] buckets = new short[0];
  private long[] counts = new long[0];

  WindowScan(List<Measure> measures, boolean withLatencies, ColumnMemory memory) {
    this.columns = new MeasureColumns(measures);
    this.withLatencies = withLatencies;
    this.memory = memory;
    this.sums = new DigestSums(columns, withLatencies);
    this.values = new long[columns.size()][0];
    this.digestIds = new DigestIds(sums);
  }

  DigestSums sums() {
    return sums;
  }

  /**
   * Adds a window, or nothing of it.
   *
   * @throws UnreadableFileException if it is damaged
   */
  void add(StoredWindow window) throws UnreadableFileException {
    int rows = read(window);
    findIds(rows);
    for (int position = 0; position < columns.size(); position++) {
      Measure.Merge merge = columns.measure(position).merge();
      Adding.add(merge, sums.column(position), ids, values[position], rows);
    }
    if (withLatencies) {
      addLatencies(rows);
    }
  }

  private int read(StoredWindow window) throws UnreadableFileException {
    try (ColumnTable table = window.table(WindowSection.STATEMENTS, memory)) {
      int rows = table.rows();
      widen(rows);
      readDigests(window, table);
      for (int position = 0; position < columns.size(); position++) {
        table.copy(columns.column(position), values[position]);
      }
      if (withLatencies) {
        readLatencies(window, table);
      }
      return rows;
    }
  }

  private void readLatencies(StoredWindow window, ColumnTable statements)
      throws UnreadableFileException {
    WindowSection section = WindowSection.STATEMENT_LATENCIES;
    try (ColumnTable table = window.table(section, memory)) {
      window.copyLatencyEnds(statements, section, table.rows(), latenciesEnd);
      if (table.rows() > buckets.length) {
        buckets = new short[table.rows() + (table.rows() >> 1)];
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

  private void readDigests(StoredWindow window, ColumnTable statements)
      throws UnreadableFileException {
    indexed = window.indexesDigests();
    if (indexed) {
      dictionary = window.digests(memory);
      window.copyDigestRows(statements, dictionary.length, ids);
    } else {
      statements.copy(WindowColumns.DIGEST, digests);
    }
  }

  /** Finds the id of each row's digest, when all of the window turned out to be readable. */
  private void findIds(int rows) {
    if (indexed) {
      int[] known = idsOfNamed(rows);
      for (int row = 0; row < rows; row++) {
        ids[row] = known[ids[row]];
      }
    } else {
      digestIds.find(digests, rows, ids);
    }
  }

  /** The ids of those digests of the dictionary that some row names, at their places in it. */
  private int[] idsOfNamed(int rows) {
    boolean[] named = new boolean[dictionary.length];
    for (int row = 0; row < rows; row++) {
      named[ids[row]] = true;
    }
    long[] digestsOfRows = new long[dictionary.length];
    int count = 0;
    for (int place = 0; place < dictionary.length; place++) {
      if (named[place]) {
        digestsOfRows[count++] = dictionary[place];
      }
    }
    int[] found = digestIds.of(Arrays.copyOf(digestsOfRows, count));
    int[] known = new int[dictionary.length];
    int next = 0;
    for (int place = 0; place < dictionary.length; place++) {
      if (named[place]) {
        known[place] = found[next++];
      }
    }
    return known;
  }

  private void addLatencies(int rows) {
    int from = 0;
    for (int row = 0; row < rows; row++) {
      LatencyHistogram histogram = sums.histogram(ids[row]);
      for (int i = from; i < latenciesEnd[row]; i++) {
        histogram.addToBucket(buckets[i], counts[i]);
      }
      from = latenciesEnd[row];
    }
  }

  private void widen(int rows) {
    int roomy = rows + (rows >> 1);
    if (rows > digests.length) {
      digests = new long[roomy];
      ids = new int[roomy];
      latenciesEnd = new int[roomy];
      values = new long[columns.size()][roomy];
    }
  }
}
