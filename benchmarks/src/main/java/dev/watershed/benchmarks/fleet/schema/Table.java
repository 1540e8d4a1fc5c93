package dev.watershed.benchmarks.fleet.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A table of the fleet.
 *
 * @param name where it is
 * @param rows how many it begins with, at a factor of 1
 * @param columns at least one
 * @param primaryKey its columns; empty for a table without one
 * @param indexes secondary indexes
 * @param foreignKeys constraints
 * @param collation of its own, else the schema's
 * @param autoIncrement the next number, where it is not the one after its rows
 */
public record Table(
    TableName name,
    int rows,
    List<Column> columns,
    List<String> primaryKey,
    List<Index> indexes,
    List<ForeignKey> foreignKeys,
    Optional<String> collation,
    Optional<Long> autoIncrement) {

  public Table {
    columns = List.copyOf(columns);
    primaryKey = List.copyOf(primaryKey);
    indexes = List.copyOf(indexes);
    foreignKeys = List.copyOf(foreignKeys);
    List<String> names = columns.stream().map(Column::name).toList();
    if (rows < 0 || names.isEmpty() || names.stream().distinct().count() != names.size()) {
      throw new IllegalArgumentException("columns or rows of " + name);
    }
    List<String> used = new ArrayList<>(primaryKey);
    indexes.forEach(index -> used.addAll(index.columns()));
    foreignKeys.forEach(key -> used.add(key.column()));
    used.removeAll(names);
    if (!used.isEmpty()) {
      throw new IllegalArgumentException(name + " has no columns " + used);
    }
  }

  /** The column of a name. */
  public Column column(String column) {
    return columns.stream()
        .filter(each -> each.name().equals(column))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(name + " has no column " + column));
  }

  /** The index of a name. */
  public Index index(String index) {
    return indexes.stream()
        .filter(each -> each.name().equals(index))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(name + " has no index " + index));
  }

  /** The same table in another place, without foreign keys: they do not reach it there. */
  public Table movedTo(TableName place) {
    return new Table(
        place, rows, columns, primaryKey, indexes, List.of(), collation, autoIncrement);
  }

  /** The statement that makes it. */
  public String ddl() {
    List<String> parts = new ArrayList<>();
    columns.forEach(column -> parts.add(column.ddl()));
    if (!primaryKey.isEmpty()) {
      parts.add("PRIMARY KEY (" + String.join(", ", primaryKey) + ")");
    }
    indexes.forEach(index -> parts.add(index.ddl()));
    foreignKeys.forEach(key -> parts.add(key.ddl()));
    return "CREATE TABLE "
        + name
        + " (\n  "
        + String.join(",\n  ", parts)
        + "\n)"
        + collation.map(value -> " DEFAULT COLLATE=" + value).orElse("")
        + autoIncrement.map(value -> " AUTO_INCREMENT=" + value).orElse("");
  }
}
