package dev.watershed.analyzer.query;

import java.util.List;

/** A table that an engine scans part by part. Several threads may read different parts. */
interface ScannedTable {

  /** What queries call it. */
  String name();

  /** Its columns, in their order. */
  List<QueryColumn> columns();

  /** How many parts it has. */
  int parts();

  /**
   * Reads a part. Of one that cannot be read there are no rows.
   *
   * @param wanted the positions of columns
   */
  Rows read(int part, List<Integer> wanted, PartReader reader);

  /**
   * Rows.
   *
   * @param count how many
   * @param values of the columns wanted, in their order
   */
  record Rows(int count, List<ColumnValues> values) {

    static final Rows NONE = new Rows(0, List.of());

    public Rows {
      values = List.copyOf(values);
    }
  }
}
