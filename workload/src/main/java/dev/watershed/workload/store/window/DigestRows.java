package dev.watershed.workload.store.window;

import dev.watershed.workload.store.column.Column;
import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.text.TextId;
import java.util.function.Consumer;

/**
 * The digests of a window, their texts, and their slowest statements.
 *
 * @param digests ascending
 * @param truncated 1 where the fingerprint was cut, by digest
 * @param texts the fingerprints, by digest
 * @param sampleRows the digest that each sample is of, as its position
 * @param samples the slowest statements
 * @param sampleTimeMicros their execution times
 * @param sampleEndMicros when they ended
 */
record DigestRows(
    long[] digests,
    int[] truncated,
    TextIds texts,
    int[] sampleRows,
    TextIds samples,
    long[] sampleTimeMicros,
    long[] sampleEndMicros) {

  /** Ids in two columns: few of many are looked at. */
  record TextIds(long[] high, long[] low) {

    TextId get(int row) {
      return new TextId(high[row], low[row]);
    }

    boolean isNone(int row) {
      return high[row] == 0 && low[row] == 0;
    }

    /** Visits those that stand for a text. */
    void forEach(Consumer<TextId> visitor) {
      for (int row = 0; row < high.length; row++) {
        if (!isNone(row)) {
          visitor.accept(get(row));
        }
      }
    }
  }

  static DigestRows read(StoredWindow window, ColumnMemory memory) throws UnreadableFileException {
    try (ColumnTable table = window.table(WindowSection.DIGESTS, memory)) {
      if (!window.indexesDigests()) {
        int[] every = new int[table.rows()];
        for (int row = 0; row < every.length; row++) {
          every[row] = row;
        }
        return read(table, table, every);
      }
      try (ColumnTable samples = window.table(WindowSection.SAMPLES, memory)) {
        int[] rows = new int[samples.rows()];
        samples.copy(WindowColumns.DIGEST_ROW, rows);
        StoredWindow.checkIds(WindowColumns.DIGEST_ROW, rows, rows.length, table.rows());
        return read(table, samples, rows);
      }
    }
  }

  private static DigestRows read(ColumnTable table, ColumnTable samples, int[] sampleRows)
      throws UnreadableFileException {
    int[] truncated = new int[table.rows()];
    table.copy(WindowColumns.TRUNCATED, truncated);
    return new DigestRows(
        longs(table, WindowColumns.DIGEST),
        truncated,
        new TextIds(longs(table, WindowColumns.TEXT_HIGH), longs(table, WindowColumns.TEXT_LOW)),
        sampleRows,
        new TextIds(
            longs(samples, WindowColumns.SAMPLE_HIGH), longs(samples, WindowColumns.SAMPLE_LOW)),
        longs(samples, WindowColumns.SAMPLE_TIME_MICROS),
        longs(samples, WindowColumns.SAMPLE_END_MICROS));
  }

  private static long[] longs(ColumnTable table, Column.Longs column)
      throws UnreadableFileException {
    long[] values = new long[table.rows()];
    table.copy(column, values);
    return values;
  }
}
