package dev.watershed.analyzer.index.statistics;

import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexPart;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.Optional;

/**
 * Which index holds the rows: the primary key, else the first unique one over columns that are
 * never NULL (MySQL 9.7 Reference Manual, "Clustered and Secondary Indexes").
 */
public final class Clustering {

  private Clustering() {}

  /** Whether one does: the table is InnoDB's, as far as is known. */
  public static boolean clusters(TableDefinition table) {
    return table.engine().stream().allMatch("InnoDB"::equalsIgnoreCase);
  }

  /** Empty if InnoDB numbers the rows itself. */
  public static Optional<IndexDefinition> of(TableDefinition table) {
    return table
        .primaryKey()
        .or(
            () ->
                table.indexes().stream()
                    .filter(index -> index.unique() && neverNull(table, index))
                    .findFirst());
  }

  /** Whether each value of the index stands for one row at most. */
  static boolean identifies(TableDefinition table, IndexDefinition index) {
    return index.unique() && neverNull(table, index);
  }

  private static boolean neverNull(TableDefinition table, IndexDefinition index) {
    return index.parts().stream().allMatch(part -> neverNull(table, part));
  }

  private static boolean neverNull(TableDefinition table, IndexPart part) {
    return part.prefixLength().isEmpty()
        && part.column()
            .flatMap(table::column)
            .filter(column -> !column.nullable())
            .map(ColumnDefinition::name)
            .isPresent();
  }
}
