package dev.watershed.analyzer.query;

import dev.watershed.workload.store.column.Column;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowColumns;
import dev.watershed.workload.store.window.WindowSection;
import java.util.Arrays;
import java.util.function.IntToLongFunction;

/** The rows that a section of a window holds. */
record WindowPart(
    QuerySource source,
    StoredWindow window,
    WindowSection section,
    ColumnTable table,
    PartReader reader)
    implements TablePart {

  static QueryTable.OfWindow<WindowPart> of(WindowSection section) {
    return (source, part, reader) -> {
      StoredWindow window = source.window(part);
      ColumnTable table = window.table(section, reader.memory());
      return new WindowPart(source, window, section, table, reader);
    };
  }

  /** What a window says of itself; of a file of several hours, what each of these does. */
  static QueryTable.OfWindow<WindowPart> ofHours() {
    return (source, part, reader) -> {
      StoredWindow window = source.window(part);
      ColumnTable table = window.hourTable(reader.memory());
      return new WindowPart(source, window, WindowSection.HOURS, table, reader);
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

  /** One value for all rows of an hour. */
  ColumnValues byHour(IntToLongFunction valueOf) {
    int[] counts = window.rowsByHour(section, rows());
    long[] values = new long[rows()];
    int from = 0;
    for (int hour = 0; hour < counts.length; hour++) {
      Arrays.fill(values, from, from + counts[hour], valueOf.applyAsLong(hour));
      from += counts[hour];
    }
    return ColumnValues.numbers(values);
  }

  /** The digests of the rows, which are statements. */
  long[] digests() throws UnreadableFileException {
    long[] digests = new long[rows()];
    window.copyDigests(table, reader.memory(), digests);
    return digests;
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
