package dev.watershed.collector.dump;

import dev.watershed.collector.dump.Collations.Choice;
import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.ObjectKind;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TriggerDefinition;
import dev.watershed.workload.catalog.ViewDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A schema that a statement changes. */
final class SchemaEdit {

  private record Key(ObjectKind kind, String name) {}

  private final SchemaDefinition before;
  private final Map<Key, CatalogObject> objects = new LinkedHashMap<>();
  private Choice choice;
  private boolean changed;

  SchemaEdit(SchemaDefinition schema) {
    this.before = schema;
    this.choice = new Choice(schema.charset(), schema.collation());
    schema.objects().forEach(object -> objects.put(key(object), object));
  }

  String name() {
    return before.name();
  }

  Choice choice() {
    return choice;
  }

  void setChoice(Choice other) {
    changed = true;
    choice = other;
  }

  Optional<CatalogObject> find(ObjectKind kind, String object) {
    return Optional.ofNullable(objects.get(new Key(kind, object)));
  }

  Optional<TableDefinition> table(String table) {
    return find(ObjectKind.TABLE, table).map(TableDefinition.class::cast);
  }

  Optional<ViewDefinition> view(String view) {
    return find(ObjectKind.VIEW, view).map(ViewDefinition.class::cast);
  }

  List<TriggerDefinition> triggers() {
    return objects.values().stream()
        .filter(TriggerDefinition.class::isInstance)
        .map(TriggerDefinition.class::cast)
        .toList();
  }

  /** Adds an object, in the place of the one of its kind and name. */
  void put(CatalogObject object) {
    changed = true;
    objects.put(key(object), object);
  }

  /** Whether it was there. */
  boolean remove(ObjectKind kind, String object) {
    boolean there = objects.remove(new Key(kind, object)) != null;
    changed |= there;
    return there;
  }

  /** The tables in no order. */
  Stream<TableDefinition> tables() {
    return objects.values().stream()
        .filter(TableDefinition.class::isInstance)
        .map(TableDefinition.class::cast);
  }

  private static Key key(CatalogObject object) {
    return new Key(object.kind(), object.name());
  }

  SchemaDefinition definition() {
    return changed
        ? new SchemaDefinition(
            before.name(), choice.charset(), choice.collation(), List.copyOf(objects.values()))
        : before;
  }
}
