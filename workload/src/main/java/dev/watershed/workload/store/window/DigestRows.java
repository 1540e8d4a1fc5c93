package dev.watershed.workload.store.window;

import dev.watershed.workload.store.column.Column;
import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.text.TextId;
import java.util.ArrayList;
import java.util.List;

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
    List<TextId> texts,
    int[] sampleRows,
    List<TextId> samples,
    long[] sampleTimeMicros,
    long[] sampleEndMicros) {

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
        textIds(table, WindowColumns.TEXT_HIGH, WindowColumns.TEXT_LOW),
        sampleRows,
        textIds(samples, WindowColumns.SAMPLE_HIGH, WindowColumns.SAMPLE_LOW),
        longs(samples, WindowColumns.SAMPLE_TIME_MICROS),
        longs(samples, WindowColumns.SAMPLE_END_MICROS));
  }

  private static List<TextId> textIds(ColumnTable table, Column.Longs high, Column.Longs low)
      throws UnreadableFileException {
    long[] highs = longs(table, high);
    long[] lows = longs(table, low);
    List<TextId> ids = new ArrayList<>(highs.length);
    for (int row = 0; row < highs.length; row++) {
      ids.add(new TextId(highs[row], lows[row]));
    }
    return ids;
  }

  private static long[] longs(ColumnTable table, Column.Longs column)
      throws UnreadableFileException {
    long[] values = new long[table.rows()];
    table.copy(column, values);
    return values;
  }
}
