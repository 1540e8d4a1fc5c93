package dev.watershed.analyzer.query;

import dev.watershed.workload.store.column.Column;
import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.container.UnreadableFileException;

/** Copies columns of windows; for one thread. */
record PartReader(ColumnMemory memory) {

  long[] longs(ColumnTable table, Column.Longs column) throws UnreadableFileException {
    long[] values = new long[table.rows()];
    table.copy(column, values);
    return values;
  }

  int[] ints(ColumnTable table, Column.Ints column) throws UnreadableFileException {
    int[] values = new int[table.rows()];
    table.copy(column, values);
    return values;
  }

  /** Rows of another table, checked. */
  int[] ids(ColumnTable table, Column.Ints column, int size) throws UnreadableFileException {
    int[] ids = ints(table, column);
    for (int id : ids) {
      if (id < 0 || id >= size) {
        throw new UnreadableFileException(
            FileProblem.CORRUPTED, column.name() + " " + id + " of " + size);
      }
    }
    return ids;
  }
}
