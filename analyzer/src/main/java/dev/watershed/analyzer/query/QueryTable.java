package dev.watershed.analyzer.query;

import dev.watershed.workload.store.container.UnreadableFileException;
import java.util.List;

/** A table that queries see, read part by part, and only in the columns that are asked for. */
interface QueryTable {

  /** Its name. */
  String name();

  /** Its columns. */
  List<QueryColumn> columns();

  /** The number of its parts: one per window, or one for what the store knows as a whole. */
  int parts(QuerySource source);

  /**
   * Opens a part.
   *
   * @throws UnreadableFileException if its window is damaged; nothing of it is counted
   */
  Part open(QuerySource source, int part, List<QueryColumn> wanted, PartReader reader)
      throws UnreadableFileException;

  /**
   * Rows.
   *
   * @param rows how many
   * @param values of the columns wanted, in their order
   */
  record Part(int rows, List<ColumnValues> values) {

    public Part {
      values = List.copyOf(values);
    }
  }
}
