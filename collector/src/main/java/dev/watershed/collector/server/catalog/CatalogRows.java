package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.catalog.query.CheckQuery;
import dev.watershed.collector.server.catalog.query.ColumnQuery;
import dev.watershed.collector.server.catalog.query.ForeignKeyQuery;
import dev.watershed.collector.server.catalog.query.IndexQuery;
import dev.watershed.collector.server.catalog.query.PartitionQuery;
import dev.watershed.collector.server.catalog.query.ReferentialActionQuery;
import dev.watershed.collector.server.catalog.query.SchemaQuery;
import dev.watershed.collector.server.catalog.query.TableQuery;
import java.util.List;

/** The rows that tables are made of. */
record CatalogRows(
    List<SchemaQuery.Row> schemas,
    List<TableQuery.Row> tables,
    List<ColumnQuery.Row> columns,
    List<IndexQuery.Row> indexes,
    List<ForeignKeyQuery.Row> foreignKeys,
    List<ReferentialActionQuery.Row> actions,
    List<CheckQuery.Row> checks,
    List<CheckQuery.Place> checkPlaces,
    List<PartitionQuery.Row> partitions) {

  CatalogRows {
    schemas = List.copyOf(schemas);
    tables = List.copyOf(tables);
    columns = List.copyOf(columns);
    indexes = List.copyOf(indexes);
    foreignKeys = List.copyOf(foreignKeys);
    actions = List.copyOf(actions);
    checks = List.copyOf(checks);
    checkPlaces = List.copyOf(checkPlaces);
    partitions = List.copyOf(partitions);
  }
}
