package dev.watershed.analyzer.consolidation.whatif;

import dev.watershed.analyzer.coupling.input.CoupledTables;
import dev.watershed.sql.lexical.LexicalPass;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.RoutineDefinition;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TriggerDefinition;
import dev.watershed.workload.catalog.ViewDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeSet;

/** What ties tables in catalogs: foreign keys, and bodies that name them, read by their words. */
final class CatalogTies {

  /** A foreign key from one table to another. */
  record Key(String name, int from, int to) {}

  /**
   * A view, trigger or routine.
   *
   * @param schema where it is
   * @param name with its schema
   * @param on the table on which a trigger fires
   * @param tables that its text names
   */
  record Body(
      Obstacle.Kind kind, String schema, String name, OptionalInt on, List<Integer> tables) {

    Body {
      tables = List.copyOf(tables);
    }
  }

  private final CoupledTables tables;
  private final List<Key> keys = new ArrayList<>();
  private final List<Body> bodies = new ArrayList<>();

  CatalogTies(SortedMap<String, Catalog> catalogs, CoupledTables tables) {
    this.tables = tables;
    catalogs.forEach((data, catalog) -> catalog.schemas().forEach(schema -> add(data, schema)));
  }

  List<Key> keys() {
    return List.copyOf(keys);
  }

  List<Body> bodies() {
    return List.copyOf(bodies);
  }

  private void add(String data, SchemaDefinition schema) {
    OptionalInt none = OptionalInt.empty();
    for (CatalogObject object : schema.objects()) {
      if (object instanceof TableDefinition table) {
        table.foreignKeys().forEach(key -> add(data, schema.name(), table, key));
      } else if (object instanceof ViewDefinition view) {
        add(data, schema.name(), Obstacle.Kind.VIEW, view.name(), none, view.query());
      } else if (object instanceof RoutineDefinition routine) {
        add(data, schema.name(), Obstacle.Kind.ROUTINE, routine.name(), none, routine.body());
      } else if (object instanceof TriggerDefinition trigger) {
        add(
            data,
            schema.name(),
            Obstacle.Kind.TRIGGER,
            trigger.name(),
            tables.find(data, schema.name(), trigger.table()),
            trigger.body());
      }
    }
  }

  private void add(String data, String schema, TableDefinition child, ForeignKey key) {
    OptionalInt from = tables.find(data, schema, child.name());
    OptionalInt to =
        tables.find(data, key.referencedSchema().orElse(schema), key.referencedTable());
    if (from.isPresent() && to.isPresent()) {
      keys.add(
          new Key(schema + "." + child.name() + "." + key.name(), from.getAsInt(), to.getAsInt()));
    }
  }

  private void add(
      String data, String schema, Obstacle.Kind kind, String name, OptionalInt on, String body) {
    TreeSet<Integer> named = new TreeSet<>();
    LexicalPass.actionsOfBody(body).tables().stream()
        .map(table -> tables.find(data, table.schema().orElse(schema), table.table()))
        .flatMapToInt(OptionalInt::stream)
        .forEach(named::add);
    bodies.add(new Body(kind, schema, schema + "." + name, on, List.copyOf(named)));
  }
}
