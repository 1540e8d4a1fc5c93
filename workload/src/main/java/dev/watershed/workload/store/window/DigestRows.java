package dev.watershed.workload.store.window;

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
        int[] rows = samples.array(WindowColumns.DIGEST_ROW);
        StoredWindow.checkIds(WindowColumns.DIGEST_ROW, rows, rows.length, table.rows());
        return read(table, samples, rows);
      }
    }
  }

  private static DigestRows read(ColumnTable table, ColumnTable samples, int[] sampleRows)
      throws UnreadableFileException {
    int[] truncated = table.array(WindowColumns.TRUNCATED);
    return new DigestRows(
        table.array(WindowColumns.DIGEST),
        truncated,
        new TextIds(table.array(WindowColumns.TEXT_HIGH), table.array(WindowColumns.TEXT_LOW)),
        sampleRows,
        new TextIds(
            samples.array(WindowColumns.SAMPLE_HIGH), samples.array(WindowColumns.SAMPLE_LOW)),
        samples.array(WindowColumns.SAMPLE_TIME_MICROS),
        samples.array(WindowColumns.SAMPLE_END_MICROS));
  }
}
