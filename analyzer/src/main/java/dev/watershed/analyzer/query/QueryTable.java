package dev.watershed.analyzer.query;

import dev.watershed.workload.store.container.UnreadableFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A table that queries see, read part by part, and only in the columns that are asked for.
 *
 * @param <P> what a part is read from
 */
record QueryTable<P extends TablePart>(String name, Parts<P> parts, List<PartColumn<P>> columns) {

  QueryTable {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(parts, "parts");
    columns = List.copyOf(columns);
  }

  /** The parts of a table: one per window, or one for what the store knows as a whole. */
  interface Parts<P> {

    /** How many there are. */
    int count(QuerySource source);

    /**
     * Opens a part.
     *
     * @throws UnreadableFileException if its window is damaged
     */
    P open(QuerySource source, int part, PartReader reader) throws UnreadableFileException;
  }

  /** Opens what a table shows of the store as a whole. */
  @FunctionalInterface
  interface OfStore<P> extends Parts<P> {

    @Override
    default int count(QuerySource source) {
      return 1;
    }

    @Override
    default P open(QuerySource source, int part, PartReader reader) {
      return open(source, reader);
    }

    P open(QuerySource source, PartReader reader);
  }

  /** Opens what a table shows of one window. */
  @FunctionalInterface
  interface OfWindow<P> extends Parts<P> {
    @Override
    default int count(QuerySource source) {
      return source.windows();
    }
  }

  /** The table as it is read from a store. */
  ScannedTable of(QuerySource source) {
    return new StoreTable<>(this, source);
  }

  /**
   * Reads a part.
   *
   * @param wanted the positions of columns
   * @throws UnreadableFileException if its window is damaged; nothing of it is counted
   */
  ScannedTable.Rows read(QuerySource source, int part, List<Integer> wanted, PartReader reader)
      throws UnreadableFileException {
    try (P open = parts.open(source, part, reader)) {
      List<ColumnValues> values = new ArrayList<>(wanted.size());
      for (int column : wanted) {
        values.add(columns.get(column).values().of(open));
      }
      return new ScannedTable.Rows(open.rows(), values);
    }
  }
}
