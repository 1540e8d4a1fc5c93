package dev.watershed.collector.dump;

import dev.watershed.sql.definition.TableElement.Index;
import dev.watershed.workload.catalog.AutoIncrementLimit;
import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableStatistics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The drafts of a script as definitions, once all of it is read. */
final class FinishedCatalog {

  private final ServerVersion server;
  private final Instant takenAt;
  private final Map<String, SchemaDraft> drafts;
  private final List<SchemaDefinition> schemas = new ArrayList<>();
  private final List<TableStatistics> statistics = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  FinishedCatalog(ServerVersion server, Map<String, SchemaDraft> drafts, Instant takenAt) {
    this.server = server;
    this.takenAt = takenAt;
    this.drafts = drafts;
    drafts.forEach(this::finish);
  }

  List<SchemaDefinition> schemas() {
    return schemas;
  }

  List<TableStatistics> statistics() {
    return statistics;
  }

  /** Tables that make no sense, and why. */
  List<String> problems() {
    return problems;
  }

  private List<TableDefinition> tables(String schema, SchemaDraft draft) {
    List<TableDefinition> tables = new ArrayList<>();
    for (TableDraft table : draft.tables().values()) {
      try {
        ForeignKeyResolver foreignKeys =
            new ForeignKeyResolver(table, schema, this::primaryKey, server);
        tables.add(new TableResolver(table, server, draft.choice(), foreignKeys).resolve());
      } catch (IllegalArgumentException senseless) {
        problems.add("table '" + schema + "." + table.name() + "': " + senseless.getMessage());
      }
    }
    return tables;
  }

  private List<String> primaryKey(String schema, String table) {
    return Optional.ofNullable(drafts.get(schema)).map(found -> found.tables().get(table)).stream()
        .flatMap(found -> found.indexes().stream())
        .filter(Index::primary)
        .flatMap(index -> index.parts().stream())
        .flatMap(part -> part.column().stream())
        .toList();
  }

  private void finish(String schema, SchemaDraft draft) {
    List<CatalogObject> objects = new ArrayList<>();
    for (TableDefinition table : tables(schema, draft)) {
      objects.add(table);
      draft
          .tables()
          .get(table.name())
          .options()
          .autoIncrement()
          .ifPresent(
              next ->
                  statistics.add(
                      new TableStatistics(
                          schema,
                          table.name(),
                          takenAt,
                          OptionalLong.empty(),
                          OptionalLong.empty(),
                          OptionalLong.empty(),
                          OptionalLong.empty(),
                          Optional.of(next),
                          table.columns().stream()
                              .filter(ColumnDefinition::autoIncrement)
                              .findFirst()
                              .flatMap(column -> AutoIncrementLimit.of(column.type())),
                          List.of())));
    }
    objects.addAll(draft.views().values());
    objects.addAll(draft.triggers().definitions());
    objects.addAll(draft.procedures().values());
    objects.addAll(draft.functions().values());
    objects.addAll(draft.events().values());
    schemas.add(
        new SchemaDefinition(
            schema, draft.choice().charset(), draft.choice().collation(), objects));
  }
}
