package dev.watershed.workload.catalog;

import java.util.List;
import java.util.Optional;

/** Tables of which nothing matters but names, columns and indexes. */
public final class PlainTables {

  private PlainTables() {}

  /** A schema of these objects. */
  public static SchemaDefinition schema(String name, List<CatalogObject> objects) {
    return new SchemaDefinition(name, Optional.empty(), Optional.empty(), objects);
  }

  /** A base table. */
  public static TableDefinition table(
      String name, List<ColumnDefinition> columns, List<IndexDefinition> indexes) {
    return new TableDefinition(
        name,
        TableKind.BASE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        columns,
        indexes,
        List.of(),
        List.of());
  }

  /** A column of integers. */
  public static ColumnDefinition column(String name) {
    return new ColumnDefinition(
        name,
        "int",
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        Optional.empty(),
        true,
        false);
  }
}
