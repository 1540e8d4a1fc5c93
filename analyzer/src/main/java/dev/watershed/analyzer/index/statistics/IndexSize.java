package dev.watershed.analyzer.index.statistics;

import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexPart;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How large an index is or would be, and whether InnoDB takes it. */
public final class IndexSize {

  /** The default of {@code innodb_page_size}. */
  public static final int PAGE_BYTES = 16_384;

  /** The most parts of an index (MySQL 9.7 Reference Manual, "InnoDB Limits"). */
  public static final int MAXIMUM_PARTS = 16;

  private static final int MAXIMUM_BYTES = 3_072;
  private static final int MAXIMUM_BYTES_OF_OLD_ROWS = 767;

  /**
   * Between an index that was just built (15/16) and one that grew by random inserts (about 1/2).
   */
  private static final double FILL = 0.75;

  /** The header of a record, and its slot in the page's directory. */
  private static final double ENTRY_OVERHEAD_BYTES = 7;

  /** InnoDB's own row number, where there is no key to cluster by. */
  private static final int HIDDEN_KEY_BYTES = 6;

  private IndexSize() {}

  /** The longest key in bytes, with what tells that a value is absent and how long it is. */
  static int keyBytes(TableColumns table, IndexDefinition index) {
    return index.parts().stream().mapToInt(part -> partBytes(table, part) + 1).sum();
  }

  /** Whether it has no more parts and bytes than InnoDB takes. */
  static boolean fits(TableColumns table, IndexDefinition index) {
    int bytes = 0;
    int longest = 0;
    for (IndexPart part : index.parts()) {
      int own = partBytes(table, part);
      bytes += own;
      longest = Math.max(longest, own);
    }
    return index.parts().size() <= MAXIMUM_PARTS
        && bytes <= MAXIMUM_BYTES
        && longest <= maximumOfPart(table);
  }

  /** The most bytes of one part. */
  static int maximumOfPart(TableColumns table) {
    String format = table.table().rowFormat().orElse("DYNAMIC").toUpperCase(Locale.ROOT);
    return format.equals("COMPACT") || format.equals("REDUNDANT")
        ? MAXIMUM_BYTES_OF_OLD_ROWS
        : MAXIMUM_BYTES;
  }

  /**
   * Its pages.
   *
   * @param clusterBytes of the key behind its own parts
   */
  static double pages(TableColumns table, int clusterBytes, IndexDefinition index, double rows) {
    double entry = ENTRY_OVERHEAD_BYTES + clusterBytes;
    for (IndexPart part : index.parts()) {
      entry += usualBytes(table, part);
    }
    return Math.max(1, Math.ceil(rows * entry / (PAGE_BYTES * FILL)));
  }

  /** The bytes of a usual row. */
  static double rowBytes(TableColumns table) {
    return table.all().stream().mapToDouble(column -> column.type().usualBytes()).sum()
        + ENTRY_OVERHEAD_BYTES
        + 13; // the transaction's id and the pointer to the undo log
  }

  /** The bytes of the key that clusters the rows, as it stands behind every other one. */
  static int clusterBytes(TableColumns table) {
    List<IndexPart> parts =
        Clustering.of(table.table()).map(IndexDefinition::parts).orElse(List.of());
    return parts.isEmpty()
        ? HIDDEN_KEY_BYTES
        : parts.stream().mapToInt(part -> (int) usualBytes(table, part)).sum();
  }

  private static int partBytes(TableColumns table, IndexPart part) {
    Optional<ColumnType> type = type(table, part);
    if (type.isEmpty()) {
      return ColumnType.EXPRESSION_BYTES;
    }
    return part.prefixLength().isPresent()
        ? part.prefixLength().getAsInt() * type.get().characterBytes()
        : type.get().keyBytes();
  }

  private static double usualBytes(TableColumns table, IndexPart part) {
    Optional<ColumnType> type = type(table, part);
    return type.isPresent()
        ? Math.min(type.get().usualBytes(), part.prefixLength().orElse(Integer.MAX_VALUE))
        : (double) ColumnType.EXPRESSION_BYTES / 2;
  }

  private static Optional<ColumnType> type(TableColumns table, IndexPart part) {
    return part.column().isPresent() ? table.type(part.column().get()) : Optional.empty();
  }
}
