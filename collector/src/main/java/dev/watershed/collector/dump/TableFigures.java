package dev.watershed.collector.dump;

import dev.watershed.sql.definition.AlterAction.Named;
import dev.watershed.sql.definition.AlterAction.Rename;
import dev.watershed.sql.definition.AlterTable;
import dev.watershed.sql.definition.LocatedAction;
import dev.watershed.workload.catalog.AutoIncrementLimit;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexPart;
import dev.watershed.workload.catalog.IndexStatistics;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableStatistics;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What becomes of the figures about tables: kept, moved, or dropped, and never made up. */
final class TableFigures {

  private final CatalogEdit edit;

  TableFigures(CatalogEdit edit) {
    this.edit = edit;
  }

  /** A table that is made has no row. */
  void create(String schema, TableDefinition table, Optional<BigInteger> autoIncrement) {
    edit.addStatistics(empty(schema, table, autoIncrement));
  }

  void truncate(String schema, TableDefinition table) {
    edit.changeStatistics(
        schema, table.name(), old -> Optional.of(empty(schema, table, Optional.empty())));
  }

  private TableStatistics empty(
      String schema, TableDefinition table, Optional<BigInteger> autoIncrement) {
    Optional<BigInteger> limit = limit(table);
    return new TableStatistics(
        schema,
        table.name(),
        edit.takenAt(),
        OptionalLong.of(0),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        autoIncrement.or(() -> limit.map(any -> BigInteger.ONE)),
        limit,
        List.of());
  }

  void drop(String schema, String table) {
    edit.changeStatistics(schema, table, old -> Optional.empty());
  }

  void rename(String schema, String table, String toSchema, String to) {
    edit.changeStatistics(
        schema,
        table,
        old ->
            Optional.of(
                new TableStatistics(
                    toSchema,
                    to,
                    old.takenAt(),
                    old.rows(),
                    old.dataBytes(),
                    old.indexBytes(),
                    old.freeBytes(),
                    old.autoIncrement(),
                    old.autoIncrementLimit(),
                    old.indexes())));
  }

  /**
   * Indexes that stay as they are keep their figures.
   *
   * @param renamed what columns are called, by their names before in small letters, where that
   *     differs
   */
  void alter(
      String schema,
      TableDefinition before,
      TableDefinition after,
      AlterTable change,
      Map<String, String> renamed) {
    edit.changeStatistics(
        schema,
        before.name(),
        old -> {
          List<IndexStatistics> kept = new ArrayList<>();
          for (IndexStatistics index : old.indexes()) {
            String name = name(index.index(), change);
            List<IndexPart> parts = parts(before, index.index());
            if (!parts.isEmpty() && followed(parts, renamed).equals(parts(after, name))) {
              kept.add(
                  new IndexStatistics(
                      name,
                      index.pages(),
                      index.leafPages(),
                      index.cachedPages(),
                      index.distinct()));
            }
          }
          Optional<BigInteger> next = change.options().autoIncrement();
          Optional<BigInteger> limit = limit(after);
          return Optional.of(
              new TableStatistics(
                  schema,
                  after.name(),
                  old.takenAt(),
                  old.rows(),
                  old.dataBytes(),
                  old.indexBytes(),
                  old.freeBytes(),
                  limit.isEmpty() ? Optional.empty() : higher(old.autoIncrement(), next),
                  limit,
                  kept));
        });
  }

  /** The counter goes back only as far as the rows allow, which nobody asked here. */
  private static Optional<BigInteger> higher(Optional<BigInteger> old, Optional<BigInteger> next) {
    return old.isPresent() && next.isPresent()
        ? Optional.of(old.get().max(next.get()))
        : next.or(() -> old);
  }

  private static String name(String index, AlterTable change) {
    for (LocatedAction located : change.actions()) {
      if (located.action() instanceof Rename rename
          && rename.kind() == Named.INDEX
          && rename.from().equalsIgnoreCase(index)) {
        return rename.to();
      }
    }
    return index;
  }

  private static List<IndexPart> parts(TableDefinition table, String name) {
    return table.indexes().stream()
        .filter(index -> index.name().equals(name))
        .map(IndexDefinition::parts)
        .findFirst()
        .orElse(List.of());
  }

  private static List<IndexPart> followed(List<IndexPart> parts, Map<String, String> renamed) {
    return parts.stream()
        .map(
            part ->
                new IndexPart(
                    part.column().map(name -> renamed.getOrDefault(Columns.folded(name), name)),
                    part.expression(),
                    part.prefixLength(),
                    part.descending()))
        .toList();
  }

  private static Optional<BigInteger> limit(TableDefinition table) {
    return table.columns().stream()
        .filter(ColumnDefinition::autoIncrement)
        .findFirst()
        .flatMap(column -> AutoIncrementLimit.of(column.type()));
  }
}
