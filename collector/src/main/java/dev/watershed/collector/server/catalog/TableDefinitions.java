package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.ServerProduct;
import dev.watershed.collector.server.catalog.query.ColumnQuery;
import dev.watershed.collector.server.catalog.query.ForeignKeyQuery;
import dev.watershed.collector.server.catalog.query.IndexQuery;
import dev.watershed.collector.server.catalog.query.PartitionQuery;
import dev.watershed.collector.server.catalog.query.ReferentialActionQuery;
import dev.watershed.collector.server.catalog.query.TableKey;
import dev.watershed.collector.server.catalog.query.TableQuery;
import dev.watershed.workload.catalog.CheckConstraint;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableKind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes tables of rows. */
final class TableDefinitions {

  private final CatalogRows rows;
  private final ColumnDefinitions columnDefinitions;
  private final IndexDefinitions indexDefinitions;
  private final Partitionings partitionings;
  private final Map<TableKey, List<ColumnQuery.Row>> columns;
  private final Map<TableKey, List<IndexQuery.Row>> indexes;
  private final Map<TableKey, List<ForeignKeyQuery.Row>> foreignKeys;
  private final Map<TableKey, List<ReferentialActionQuery.Row>> actions;
  private final Map<TableKey, List<PartitionQuery.Row>> partitions;
  private final Map<TableKey, List<CheckConstraint>> checks;

  TableDefinitions(ServerProduct product, ServerTexts texts, CatalogRows rows) {
    this.rows = rows;
    this.columnDefinitions = new ColumnDefinitions(product, texts);
    this.indexDefinitions = new IndexDefinitions(texts);
    this.partitionings = new Partitionings(texts);
    this.columns = byTable(rows.columns(), ColumnQuery.Row::key);
    this.indexes = byTable(rows.indexes(), IndexQuery.Row::key);
    this.foreignKeys = byTable(rows.foreignKeys(), ForeignKeyQuery.Row::key);
    this.actions = byTable(rows.actions(), ReferentialActionQuery.Row::key);
    this.partitions = byTable(rows.partitions(), PartitionQuery.Row::key);
    this.checks = new Checks(texts).of(rows.checks(), rows.checkPlaces());
  }

  /** The tables that are complete; what is not is a gap. */
  Map<TableKey, TableDefinition> all(Gaps gaps) {
    Map<TableKey, TableDefinition> tables = new HashMap<>();
    for (TableQuery.Row row : rows.tables()) {
      Optional<TableKind> kind = kind(row.type());
      if (kind.isEmpty()) {
        continue;
      }
      try {
        tables.put(row.key(), table(row, kind.get()));
      } catch (IllegalArgumentException e) {
        gaps.add(
            row.key().toString(),
            "the table was dropped or changed while it was read, or the account may not see all of"
                + " it, or it is damaged: "
                + e.getMessage());
      }
    }
    return tables;
  }

  /** The columns of a view. */
  List<ColumnDefinition> columns(TableKey view) {
    return columnDefinitions.of(of(columns, view));
  }

  private TableDefinition table(TableQuery.Row row, TableKind kind) {
    TableKey key = row.key();
    boolean sequence = kind == TableKind.SEQUENCE;
    return new TableDefinition(
        key.table(),
        kind,
        row.engine(),
        row.rowFormat().map(format -> format.toUpperCase(Locale.ROOT)),
        row.collation(),
        row.commented(),
        partitionings.of(of(partitions, key)),
        sequence ? List.of() : columns(key),
        indexDefinitions.of(of(indexes, key)),
        ForeignKeys.of(of(foreignKeys, key), of(actions, key)),
        of(checks, key));
  }

  /** What a table is; views, and what belongs to a session, are none. */
  private static Optional<TableKind> kind(String type) {
    return switch (type.toUpperCase(Locale.ROOT)) {
      case "BASE TABLE" -> Optional.of(TableKind.BASE);
      case "SYSTEM VERSIONED" -> Optional.of(TableKind.SYSTEM_VERSIONED);
      case "SEQUENCE" -> Optional.of(TableKind.SEQUENCE);
      default -> Optional.empty();
    };
  }

  private static <T> List<T> of(Map<TableKey, List<T>> byTable, TableKey key) {
    return byTable.getOrDefault(key, List.of());
  }

  private static <T> Map<TableKey, List<T>> byTable(List<T> rows, Function<T, TableKey> key) {
    return rows.stream().collect(Collectors.groupingBy(key));
  }
}
