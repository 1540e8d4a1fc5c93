package dev.watershed.analyzer.query;

import dev.watershed.workload.store.container.UnreadableFileException;
import java.util.Objects;

/**
 * A column of a table, and where its values are in a part of that.
 *
 * @param <P> what a part of the table is read from
 */
record PartColumn<P>(QueryColumn column, Values<P> values) {

  PartColumn {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(values, "values");
  }

  /** Copies the values of a column, so that the part can be closed. */
  @FunctionalInterface
  interface Values<P> {
    ColumnValues of(P part) throws UnreadableFileException;
  }
}
