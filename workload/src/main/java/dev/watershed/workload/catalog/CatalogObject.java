package dev.watershed.workload.catalog;

/** Something in a schema that is defined by a statement of its own. It does not name its schema. */
public sealed interface CatalogObject
    permits EventDefinition, RoutineDefinition, TableDefinition, TriggerDefinition, ViewDefinition {

  /** Its name in the schema; unique among the objects of its kind. */
  String name();

  /** What it is. */
  ObjectKind kind();
}
