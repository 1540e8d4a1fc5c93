package dev.watershed.analyzer.index.statistics;

import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The columns of a table with what their types say, each read once. */
final class TableColumns {

  /** A column and its type. */
  record Typed(ColumnDefinition definition, ColumnType type) {}

  private final TableDefinition table;
  private final Map<String, Typed> byKey = new LinkedHashMap<>();

  TableColumns(TableDefinition table) {
    this.table = table;
    for (ColumnDefinition column : table.columns()) {
      byKey.putIfAbsent(
          ColumnKey.ofColumn(column.name()), new Typed(column, ColumnType.of(column)));
    }
  }

  TableDefinition table() {
    return table;
  }

  Collection<Typed> all() {
    return Collections.unmodifiableCollection(byKey.values());
  }

  /** A column by its name, in any letter case. */
  Optional<Typed> find(String name) {
    Typed found = byKey.get(name);
    return Optional.ofNullable(found == null ? byKey.get(ColumnKey.ofColumn(name)) : found);
  }

  /** What a column's type says. */
  Optional<ColumnType> type(String name) {
    return find(name).map(Typed::type);
  }
}
