package dev.watershed.analyzer.inference;

import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.EventDefinition;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.ObjectKind;
import dev.watershed.workload.catalog.RoutineDefinition;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TriggerDefinition;
import dev.watershed.workload.catalog.TriggerDefinition.RowEvent;
import dev.watershed.workload.catalog.ViewDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The objects of a catalog by their names, in any letter case. */
final class CatalogIndex {

  /** An object and where it is. */
  record Placed<T extends CatalogObject>(String schema, T object) {

    String qualifiedName() {
      return schema + "." + object.name();
    }
  }

  /** A foreign key and its table. */
  record Referring(Placed<TableDefinition> table, ForeignKey key) {}

  private record Key(ObjectKind kind, String schema, String name) {}

  private final Set<String> schemas = new HashSet<>();
  private final Map<Key, List<Placed<CatalogObject>>> objects = new HashMap<>();
  private final Map<String, List<Placed<TriggerDefinition>>> triggers = new HashMap<>();
  private final Map<String, List<Referring>> referring = new HashMap<>();
  private final List<Placed<EventDefinition>> events = new ArrayList<>();

  CatalogIndex(Catalog catalog) {
    for (SchemaDefinition schema : catalog.schemas()) {
      schemas.add(lower(schema.name()));
      schema.objects().forEach(object -> add(schema.name(), object));
    }
    Comparator<Placed<TriggerDefinition>> firstBefore =
        Comparator.comparing(trigger -> !trigger.object().before());
    triggers
        .values()
        .forEach(all -> all.sort(firstBefore.thenComparing(trigger -> trigger.object().order())));
  }

  private void add(String schema, CatalogObject object) {
    objects
        .computeIfAbsent(key(object.kind(), schema, object.name()), key -> new ArrayList<>())
        .add(new Placed<>(schema, object));
    if (object instanceof TriggerDefinition trigger) {
      triggers
          .computeIfAbsent(lower(schema + "." + trigger.table()), key -> new ArrayList<>())
          .add(new Placed<>(schema, trigger));
    } else if (object instanceof EventDefinition event) {
      events.add(new Placed<>(schema, event));
    } else if (object instanceof TableDefinition table) {
      for (ForeignKey key : table.foreignKeys()) {
        String parent = key.referencedSchema().orElse(schema) + "." + key.referencedTable();
        referring
            .computeIfAbsent(lower(parent), name -> new ArrayList<>())
            .add(new Referring(new Placed<>(schema, table), key));
      }
    }
  }

  boolean hasSchema(String name) {
    return schemas.contains(lower(name));
  }

  Optional<Placed<TableDefinition>> table(String schema, String name) {
    return find(ObjectKind.TABLE, schema, name, TableDefinition.class);
  }

  Optional<Placed<ViewDefinition>> view(String schema, String name) {
    return find(ObjectKind.VIEW, schema, name, ViewDefinition.class);
  }

  Optional<Placed<RoutineDefinition>> routine(ObjectKind kind, String schema, String name) {
    return find(kind, schema, name, RoutineDefinition.class);
  }

  /** The triggers of a table in the order in which they run. */
  List<Placed<TriggerDefinition>> triggers(Placed<TableDefinition> table, RowEvent event) {
    return triggers.getOrDefault(lower(table.qualifiedName()), List.of()).stream()
        .filter(trigger -> trigger.object().event() == event)
        .toList();
  }

  /** The foreign keys that refer to a table, its own as well. */
  List<Referring> referring(Placed<TableDefinition> table) {
    return referring.getOrDefault(lower(table.qualifiedName()), List.of());
  }

  /** The events that run on this server. */
  List<Placed<EventDefinition>> events() {
    return events.stream().filter(event -> event.object().enabled()).toList();
  }

  /** The object of exactly this name, else one that differs in letter case alone. */
  private <T extends CatalogObject> Optional<Placed<T>> find(
      ObjectKind kind, String schema, String name, Class<T> type) {
    List<Placed<CatalogObject>> called = objects.getOrDefault(key(kind, schema, name), List.of());
    return called.stream()
        .filter(found -> found.schema().equals(schema) && found.object().name().equals(name))
        .findFirst()
        .or(() -> called.stream().findFirst())
        .map(found -> new Placed<>(found.schema(), type.cast(found.object())));
  }

  private static Key key(ObjectKind kind, String schema, String name) {
    return new Key(kind, lower(schema), lower(name));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
