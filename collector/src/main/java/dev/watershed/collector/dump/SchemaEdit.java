package dev.watershed.collector.dump;

import dev.watershed.collector.dump.Collations.Choice;
import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.ObjectKind;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TriggerDefinition;
import dev.watershed.workload.catalog.ViewDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A schema that a statement changes. */
final class SchemaEdit {

  private record Key(ObjectKind kind, String name) {}

  private final String name;
  private final Map<Key, CatalogObject> objects = new HashMap<>();
  private Choice choice;

  SchemaEdit(SchemaDefinition schema) {
    this.name = schema.name();
    this.choice = new Choice(schema.charset(), schema.collation());
    schema.objects().forEach(this::put);
  }

  String name() {
    return name;
  }

  Choice choice() {
    return choice;
  }

  void setChoice(Choice changed) {
    choice = changed;
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
    objects.put(new Key(object.kind(), object.name()), object);
  }

  /** Whether it was there. */
  boolean remove(ObjectKind kind, String object) {
    return objects.remove(new Key(kind, object)) != null;
  }

  SchemaDefinition definition() {
    return new SchemaDefinition(
        name, choice.charset(), choice.collation(), List.copyOf(objects.values()));
  }
}
