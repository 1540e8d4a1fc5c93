package dev.watershed.workload.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A table as it is defined.
 *
 * @param engine such as {@code InnoDB}; empty if unknown
 * @param rowFormat such as {@code DYNAMIC}, in capitals; empty where the definition leaves it to
 *     the engine and no server says it
 * @param collation of columns that name none; empty if unknown
 * @param commented whether there is a comment
 * @param partitioning how it is partitioned
 * @param columns in the order of their positions; at least one but for a sequence
 * @param indexes the primary key first, the others in the order of the definition
 */
public record TableDefinition(
    String name,
    TableKind tableKind,
    Optional<String> engine,
    Optional<String> rowFormat,
    Optional<String> collation,
    boolean commented,
    Optional<Partitioning> partitioning,
    List<ColumnDefinition> columns,
    List<IndexDefinition> indexes,
    List<ForeignKey> foreignKeys,
    List<CheckConstraint> checks)
    implements CatalogObject {

  public TableDefinition {
    Names.require(name, "table");
    Objects.requireNonNull(tableKind, "tableKind");
    Objects.requireNonNull(engine, "engine");
    Objects.requireNonNull(rowFormat, "rowFormat");
    Objects.requireNonNull(collation, "collation");
    Objects.requireNonNull(partitioning, "partitioning");
    columns = List.copyOf(columns);
    indexes = List.copyOf(indexes);
    foreignKeys = List.copyOf(foreignKeys);
    checks = List.copyOf(checks);
    if (columns.isEmpty() && tableKind != TableKind.SEQUENCE) {
      throw new IllegalArgumentException("table " + name + " has no column");
    }
    requireUnique(name, "column", columns.stream().map(ColumnDefinition::name).toList());
    requireUnique(name, "index", indexes.stream().map(IndexDefinition::name).toList());
    requireUnique(name, "foreign key", foreignKeys.stream().map(ForeignKey::name).toList());
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.TABLE;
  }

  /** The column of this name; letter case does not tell columns apart. */
  public Optional<ColumnDefinition> column(String column) {
    return columns.stream().filter(found -> found.name().equalsIgnoreCase(column)).findFirst();
  }

  /** The same table with other indexes. */
  public TableDefinition withIndexes(List<IndexDefinition> others) {
    return new TableDefinition(
        name,
        tableKind,
        engine,
        rowFormat,
        collation,
        commented,
        partitioning,
        columns,
        others,
        foreignKeys,
        checks);
  }

  /** The primary key, if there is one. */
  public Optional<IndexDefinition> primaryKey() {
    return indexes.stream().filter(IndexDefinition::primary).findFirst();
  }

  private static void requireUnique(String table, String what, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException("table " + table + " has two of " + what + " " + name);
      }
    }
  }
}
