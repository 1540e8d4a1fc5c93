package dev.watershed.benchmarks.fleet.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** All schemas and tables, and the views, triggers and routines on them. */
public final class FleetCatalog {

  private static final String TABLES = "tables/%s.txt";

  private final List<SchemaPlan> schemas;
  private final SortedMap<TableName, Table> tables;
  private final List<SchemaObject> objects;
  private final Set<TableName> tail;

  private FleetCatalog(
      List<SchemaPlan> schemas,
      SortedMap<TableName, Table> tables,
      List<SchemaObject> objects,
      Set<TableName> tail) {
    this.schemas = List.copyOf(schemas);
    this.tables = tables;
    this.objects = List.copyOf(objects);
    this.tail = Set.copyOf(tail);
  }

  /** The fleet of a seed; the tables that are written out do not depend on it. */
  public static FleetCatalog of(long seed) {
    SortedMap<TableName, Table> tables = new TreeMap<>();
    Set<TableName> tail = new TreeSet<>();
    List<SchemaPlan> schemas = SchemaPlan.read(Paragraphs.resource("schemas.txt"));
    for (SchemaPlan plan : schemas) {
      List<Table> core = TableReader.read(Paragraphs.resource(TABLES.formatted(plan.name())));
      List<Table> all = new ArrayList<>(core);
      Random random = new Random(seed * 31 + plan.name().hashCode());
      List<Table> small = new TailTables(plan, core, random).tables(plan.tables() - core.size());
      small.forEach(table -> tail.add(table.name()));
      all.addAll(small);
      for (Table table : all) {
        if (!table.name().schema().equals(plan.name()) || tables.put(table.name(), table) != null) {
          throw new IllegalArgumentException(table.name() + " in " + plan.name());
        }
      }
    }
    return new FleetCatalog(
        schemas, tables, SchemaObject.read(Paragraphs.resource("objects.sql")), tail);
  }

  /** The same fleet with a table in another schema; foreign keys to it are gone. */
  public FleetCatalog withMoved(TableName from, TableName to) {
    server(to.schema());
    SortedMap<TableName, Table> moved = new TreeMap<>();
    for (Table table : tables.values()) {
      Table kept = table.name().equals(from) ? table.movedTo(to) : referring(table, from, to);
      moved.put(kept.name(), kept);
    }
    if (!tables.containsKey(from) || tables.containsKey(to)) {
      throw new IllegalArgumentException("cannot move " + from + " to " + to);
    }
    for (SchemaObject object : objects) {
      if (object.sql().contains(from.toString())) {
        throw new IllegalArgumentException(from + " is used by " + object.name());
      }
    }
    return new FleetCatalog(schemas, moved, objects, tail);
  }

  /** Without foreign keys to a table that moves; its columns name the same rows as before. */
  private static Table referring(Table table, TableName from, TableName to) {
    List<ForeignKey> kept =
        table.foreignKeys().stream().filter(key -> !key.parent().equals(from)).toList();
    return new Table(
        table.name(),
        table.rows(),
        table.columns().stream().map(column -> column.referring(from, to)).toList(),
        table.primaryKey(),
        table.indexes(),
        kept,
        table.collation(),
        table.autoIncrement());
  }

  /** The schemas. */
  public List<SchemaPlan> schemas() {
    return schemas;
  }

  /** The names of the servers. */
  public List<String> servers() {
    return schemas.stream().map(SchemaPlan::server).distinct().toList();
  }

  /** The server of a schema. */
  public String server(String schema) {
    return schemas.stream()
        .filter(plan -> plan.name().equals(schema))
        .map(SchemaPlan::server)
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("there is no schema " + schema));
  }

  /** Every table, by name. */
  public Collection<Table> tables() {
    return tables.values();
  }

  /** A table. */
  public Table table(TableName name) {
    return find(name).orElseThrow(() -> new NoSuchElementException("there is no table " + name));
  }

  /** A table, if there is one of that name. */
  public Optional<Table> find(TableName name) {
    return Optional.ofNullable(tables.get(name));
  }

  /** Whether a table is one of the many small ones, not written out. */
  public boolean isSmall(TableName name) {
    return tail.contains(name);
  }

  /** Views, triggers and routines, in the order in which they can be made. */
  public List<SchemaObject> objects() {
    return objects;
  }
}
