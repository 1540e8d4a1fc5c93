package dev.watershed.workload.catalog;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A foreign key.
 *
 * @param columns those that refer, at least one
 * @param referencedSchema empty for the schema of the table itself
 * @param referencedColumns as many as refer, in their order
 */
public record ForeignKey(
    String name,
    List<String> columns,
    Optional<String> referencedSchema,
    String referencedTable,
    List<String> referencedColumns,
    ReferentialAction onUpdate,
    ReferentialAction onDelete) {

  public ForeignKey {
    Names.require(name, "foreign key");
    Names.require(referencedTable, "referenced table");
    Objects.requireNonNull(referencedSchema, "referencedSchema");
    Objects.requireNonNull(onUpdate, "onUpdate");
    Objects.requireNonNull(onDelete, "onDelete");
    columns = List.copyOf(columns);
    referencedColumns = List.copyOf(referencedColumns);
    if (columns.isEmpty() || columns.size() != referencedColumns.size()) {
      throw new IllegalArgumentException(
          "foreign key " + name + " of " + columns + " to " + referencedColumns);
    }
  }
}
