package dev.watershed.analyzer.consolidation.whatif;

import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.coupling.input.CoupledTables;
import dev.watershed.sql.lexical.LexicalActions;
import dev.watershed.sql.lexical.LexicalPass;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.RoutineDefinition;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TriggerDefinition;
import dev.watershed.workload.catalog.ViewDefinition;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Foreign keys, views, triggers and routines that a change of places concerns. A foreign key may
 * lead to another schema, never to another server. RENAME TABLE into another schema keeps foreign
 * keys and fails while the table has triggers (MySQL 9.7 Reference Manual, "RENAME TABLE"; error
 * 1435). Bodies are read by their words.
 */
final class Obstacles {

  private final SortedMap<String, Catalog> catalogs;
  private final CoupledTables tables;
  private final Placement before;
  private final Placement after;
  private final TreeSet<Obstacle> found = new TreeSet<>();

  private Obstacles(WhatIfInput input, Placement before, Placement after) {
    catalogs = input.catalogs();
    tables = input.facts().input().tables();
    this.before = before;
    this.after = after;
  }

  /** In the order of kinds and names, each once. */
  static List<Obstacle> of(WhatIfInput input, Placement before, Placement after) {
    Obstacles obstacles = new Obstacles(input, before, after);
    obstacles.catalogs.forEach(
        (data, catalog) -> catalog.schemas().forEach(schema -> obstacles.schema(data, schema)));
    return List.copyOf(obstacles.found);
  }

  private void schema(String data, SchemaDefinition schema) {
    for (CatalogObject object : schema.objects()) {
      if (object instanceof TableDefinition table) {
        table.foreignKeys().forEach(key -> foreignKey(data, schema.name(), table, key));
      } else if (object instanceof ViewDefinition view) {
        reading(data, schema.name(), view.name(), view.query(), Obstacle.Kind.VIEW);
      } else if (object instanceof RoutineDefinition routine) {
        reading(data, schema.name(), routine.name(), routine.body(), Obstacle.Kind.ROUTINE);
      } else if (object instanceof TriggerDefinition trigger) {
        trigger(data, schema.name(), trigger);
      }
    }
  }

  private void foreignKey(String data, String schema, TableDefinition child, ForeignKey key) {
    OptionalInt from = tables.find(data, schema, child.name());
    OptionalInt to =
        tables.find(data, key.referencedSchema().orElse(schema), key.referencedTable());
    if (from.isEmpty() || to.isEmpty()) {
      return;
    }
    boolean parted = parted(after, from.getAsInt(), to.getAsInt());
    boolean gone = gone(after, from.getAsInt()) != gone(after, to.getAsInt());
    boolean was = parted(before, from.getAsInt(), to.getAsInt());
    String name = schema + "." + child.name() + "." + key.name();
    if (parted && !was) {
      found.add(
          new Obstacle(
              Obstacle.Kind.FOREIGN_KEY,
              true,
              name,
              "leads from "
                  + tables.label(from.getAsInt())
                  + " to "
                  + tables.label(to.getAsInt())
                  + ", which would be on another server: drop it first, and have the services check"));
    } else if (gone && !gone(before, from.getAsInt()) && !gone(before, to.getAsInt())) {
      found.add(
          new Obstacle(
              Obstacle.Kind.FOREIGN_KEY,
              true,
              name,
              "ties "
                  + tables.label(from.getAsInt())
                  + " to "
                  + tables.label(to.getAsInt())
                  + ": drop it first"));
    }
  }

  private static boolean parted(Placement placement, int one, int other) {
    return !placement.dataSet(one).equals(placement.dataSet(other));
  }

  private static boolean gone(Placement placement, int table) {
    return placement.retired(table) || placement.table(table) != table;
  }

  private void trigger(String data, String schema, TriggerDefinition trigger) {
    OptionalInt table = tables.find(data, schema, trigger.table());
    if (table.isPresent() && moved(table.getAsInt())) {
      found.add(
          new Obstacle(
              Obstacle.Kind.TRIGGER,
              true,
              schema + "." + trigger.name(),
              "fires on "
                  + tables.label(table.getAsInt())
                  + ", which cannot be renamed into another schema with it: drop it first, and make"
                  + " it again there"));
    } else {
      reading(data, schema, trigger.name(), trigger.body(), Obstacle.Kind.TRIGGER);
    }
  }

  private boolean moved(int table) {
    return after.movedFrom(before, table) || after.retired(table) && !before.retired(table);
  }

  private void reading(String data, String schema, String name, String body, Obstacle.Kind kind) {
    LexicalActions actions = LexicalPass.actionsOfBody(body);
    TreeSet<String> named = new TreeSet<>();
    actions
        .tables()
        .forEach(
            table -> {
              OptionalInt index = tables.find(data, table.schema().orElse(schema), table.table());
              if (index.isPresent() && moved(index.getAsInt())) {
                named.add(tables.label(index.getAsInt()));
              }
            });
    if (!named.isEmpty()) {
      found.add(
          new Obstacle(
              kind,
              false,
              schema + "." + name,
              "names " + String.join(", ", named) + ": make it again with the new place"));
    }
  }
}
