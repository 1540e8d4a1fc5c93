package dev.watershed.workload;

import java.util.Arrays;

/** Rows of measures, packed until they are looked at again: a row takes some tens of bytes. */
final class RestingRows {

  private static final Measure[] MEASURES = Measure.values();

  private final int width;
  private final int size;
  private final PackedBytes bytes;

  private RestingRows(int width, int size, PackedBytes bytes) {
    this.width = width;
    this.size = size;
    this.bytes = bytes;
  }

  /** Packs rows, which are not changed. */
  static RestingRows of(MeasureRows rows) {
    PackedBytes.Writer bytes = new PackedBytes.Writer();
    long before = 0;
    for (int row = 0; row < rows.size(); row++) {
      bytes.signed(rows.key(row) - before);
      before = rows.key(row);
      writeFigures(rows, row, bytes);
      writeHistogram(rows.histogram(row), bytes);
    }
    return new RestingRows(rows.width(), rows.size(), bytes.pack());
  }

  /** The same rows, in the same order. */
  MeasureRows unpack() {
    MeasureRows rows = new MeasureRows(width);
    PackedBytes.Reader reader = bytes.read();
    long[] figures = new long[width];
    long key = 0;
    for (int i = 0; i < size; i++) {
      key += reader.signed();
      int row = rows.rowOf(key);
      readFigures(reader, figures);
      rows.addFigures(row, figures, 0, 1);
      readHistogram(reader, rows.histogram(row));
    }
    return rows;
  }

  /** How many bytes they take. */
  int bytes() {
    return bytes.size();
  }

  /** A bit for each figure that says something, then these. */
  private static void writeFigures(MeasureRows rows, int row, PackedBytes.Writer bytes) {
    long present = 0;
    for (int i = 0; i < rows.width(); i++) {
      present |= rows.value(row, i) == MEASURES[i].neutral() ? 0 : 1L << i;
    }
    bytes.number(present);
    for (int i = 0; i < rows.width(); i++) {
      if ((present >>> i & 1) != 0) {
        bytes.signed(rows.value(row, i));
      }
    }
  }

  private static void readFigures(PackedBytes.Reader reader, long[] figures) {
    long present = reader.number();
    Arrays.setAll(figures, i -> (present >>> i & 1) != 0 ? reader.signed() : MEASURES[i].neutral());
  }

  private static void writeHistogram(LatencyHistogram histogram, PackedBytes.Writer bytes) {
    int[] buckets = {0};
    histogram.forEachBucket((bucket, count) -> buckets[0]++);
    bytes.number(buckets[0]);
    histogram.forEachBucket(
        (bucket, count) -> {
          bytes.number(bucket);
          bytes.signed(count);
        });
  }

  private static void readHistogram(PackedBytes.Reader reader, LatencyHistogram histogram) {
    for (long left = reader.number(); left > 0; left--) {
      histogram.addToBucket((int) reader.number(), reader.signed());
    }
  }
}
