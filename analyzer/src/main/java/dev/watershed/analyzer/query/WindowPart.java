package dev.watershed.analyzer.query;

import dev.watershed.workload.store.column.Column;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowColumns;
import dev.watershed.workload.store.window.WindowSection;
import java.util.Arrays;

/** The rows that a section of a window holds. */
record WindowPart(QuerySource source, StoredWindow window, ColumnTable table, PartReader reader)
    implements TablePart {

  static QueryTable.OfWindow<WindowPart> of(WindowSection section) {
    return (source, part, reader) -> {
      StoredWindow window = source.window(part);
      return new WindowPart(source, window, window.table(section, reader.memory()), reader);
    };
  }

  @Override
  public int rows() {
    return table.rows();
  }

  @Override
  public void close() {
    table.close();
  }

  long[] longs(Column.Longs column) throws UnreadableFileException {
    return reader.longs(table, column);
  }

  /** The positions of rows in another table of {@code size} rows. */
  int[] ids(Column.Ints column, int size) throws UnreadableFileException {
    return reader.ids(table, column, size);
  }

  /** The ids of the origins that the rows refer to. */
  ColumnValues origins() throws UnreadableFileException {
    int[] all = source.originIds(window, reader);
    int[] own = ids(WindowColumns.ORIGIN, all.length);
    return ColumnValues.numbers(Arrays.stream(own).mapToLong(id -> all[id]).toArray());
  }
}
