package dev.watershed.collector.dump;

import dev.watershed.collector.dump.Collations.Choice;
import dev.watershed.collector.dump.TableContext.Referring;
import dev.watershed.collector.dump.TableContext.Surroundings;
import dev.watershed.sql.definition.LocatedDefinition;
import dev.watershed.sql.definition.QualifiedName;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableStatistics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A catalog that a statement changes; only the schemas that it concerns are taken apart. */
final class CatalogEdit implements Surroundings {

  private final Catalog before;
  private final ServerVersion server;
  private final LocatedDefinition statement;
  private final Map<String, SchemaEdit> edited = new LinkedHashMap<>();
  private final List<String> dropped = new ArrayList<>();
  private List<TableStatistics> statistics;

  CatalogEdit(Catalog before, LocatedDefinition statement) {
    this.before = before;
    this.statement = statement;
    this.server = ServerVersion.of(before.serverVersion());
    this.statistics = before.statistics();
  }

  ServerVersion server() {
    return server;
  }

  boolean foreignKeyChecks() {
    return statement.foreignKeyChecks();
  }

  /** The name of the schema that a name is in. */
  String schemaOf(QualifiedName name) {
    return name.schema()
        .or(statement::schema)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no schema is in use for '" + name.name() + "'; expected USE before it"));
  }

  /** The schema that a name is in. */
  SchemaEdit schema(QualifiedName name) {
    return schema(schemaOf(name));
  }

  SchemaEdit schema(String name) {
    return findSchema(name)
        .orElseThrow(() -> new IllegalArgumentException("there is no schema '" + name + "'"));
  }

  Optional<SchemaEdit> findSchema(String name) {
    if (edited.containsKey(name)) {
      return Optional.of(edited.get(name));
    }
    if (dropped.contains(name)) {
      return Optional.empty();
    }
    Optional<SchemaEdit> found = before.schema(name).map(SchemaEdit::new);
    found.ifPresent(schema -> edited.put(name, schema));
    return found;
  }

  void createSchema(String name, Choice choice) {
    SchemaEdit schema =
        new SchemaEdit(new SchemaDefinition(name, Optional.empty(), Optional.empty(), List.of()));
    schema.setChoice(choice);
    edited.put(name, schema);
  }

  void dropSchema(String name) {
    edited.remove(name);
    dropped.add(name);
    statistics = statistics.stream().filter(one -> !one.schema().equals(name)).toList();
  }

  TableDefinition table(QualifiedName name) {
    return schema(name)
        .table(name.name())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no table '" + schemaOf(name) + "." + name.name() + "'"));
  }

  TableContext context(SchemaEdit schema) {
    return new TableContext(schema.name(), schema.choice(), server, foreignKeyChecks(), this);
  }

  @Override
  public Optional<TableDefinition> table(String schema, String name) {
    return edited.containsKey(schema)
        ? edited.get(schema).table(name)
        : findSchema(schema).flatMap(found -> found.table(name));
  }

  @Override
  public List<Referring> referringTo(String schema, String name) {
    List<Referring> referring = new ArrayList<>();
    for (SchemaDefinition other : before.schemas()) {
      if (!edited.containsKey(other.name()) && !dropped.contains(other.name())) {
        other.tables().forEach(table -> refer(referring, other.name(), table, schema, name));
      }
    }
    for (SchemaEdit other : edited.values()) {
      other.tables().forEach(table -> refer(referring, other.name(), table, schema, name));
    }
    return referring;
  }

  private static void refer(
      List<Referring> referring, String own, TableDefinition table, String schema, String name) {
    for (ForeignKey key : table.foreignKeys()) {
      boolean same =
          key.referencedTable().equals(name) && key.referencedSchema().orElse(own).equals(schema);
      if (same) {
        referring.add(new Referring(own, table.name(), key));
      }
    }
  }

  /** Puts figures in the place of those of a table, if it has some. */
  void changeStatistics(
      String schema, String table, Function<TableStatistics, Optional<TableStatistics>> change) {
    List<TableStatistics> changed = new ArrayList<>(statistics.size());
    for (TableStatistics one : statistics) {
      if (one.schema().equals(schema) && one.table().equals(table)) {
        change.apply(one).ifPresent(changed::add);
      } else {
        changed.add(one);
      }
    }
    statistics = changed;
  }

  void addStatistics(TableStatistics added) {
    List<TableStatistics> all = new ArrayList<>(statistics);
    all.add(added);
    statistics = all;
  }

  Optional<TableStatistics> statistics(String schema, String table) {
    return statistics.stream()
        .filter(one -> one.schema().equals(schema) && one.table().equals(table))
        .findFirst();
  }

  private List<SchemaDefinition> schemas() {
    List<SchemaDefinition> schemas = new ArrayList<>();
    for (SchemaDefinition schema : before.schemas()) {
      if (!edited.containsKey(schema.name()) && !dropped.contains(schema.name())) {
        schemas.add(schema);
      }
    }
    edited.values().forEach(schema -> schemas.add(schema.definition()));
    return schemas;
  }

  Instant takenAt() {
    return before.takenAt();
  }

  Catalog finish() {
    return new Catalog(
        before.takenAt(),
        before.serverVersion(),
        schemas(),
        statistics,
        before.migrations(),
        before.gaps());
  }
}
