package dev.watershed.collector.dump;

import dev.watershed.collector.dump.Collations.Choice;
import dev.watershed.sql.definition.CreateEvent;
import dev.watershed.sql.definition.CreateRoutine;
import dev.watershed.sql.definition.CreateTrigger;
import dev.watershed.sql.definition.CreateView;
import dev.watershed.sql.definition.Definition.DefineSchema;
import dev.watershed.sql.definition.Definition.Drop;
import dev.watershed.sql.definition.Existing;
import dev.watershed.sql.definition.QualifiedName;
import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.ObjectKind;
import dev.watershed.workload.catalog.TriggerDefinition;
import dev.watershed.workload.catalog.TriggerDefinition.RowEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Statements about schemas, views, triggers, routines and events. */
final class ProgramSteps {

  private final CatalogEdit edit;

  ProgramSteps(CatalogEdit edit) {
    this.edit = edit;
  }

  void schema(DefineSchema schema) {
    Collations collations = new Collations(edit.server());
    Optional<SchemaEdit> old = edit.findSchema(schema.name());
    if (schema.existing().isEmpty() || schema.existing().get() != Existing.FAIL) {
      if (old.isPresent() && schema.existing().equals(Optional.of(Existing.KEEP))) {
        return;
      }
      if (old.isPresent() && schema.existing().isEmpty()) {
        old.get()
            .setChoice(
                collations.choose(schema.charset(), schema.collation(), false, old.get().choice()));
        return;
      }
    } else if (old.isPresent()) {
      throw new IllegalArgumentException("there is a schema '" + schema.name() + "' already");
    }
    if (schema.existing().isEmpty()) {
      throw new IllegalArgumentException("there is no schema '" + schema.name() + "'");
    }
    edit.createSchema(
        schema.name(),
        collations.choose(schema.charset(), schema.collation(), false, Choice.UNKNOWN));
  }

  void view(CreateView view) {
    SchemaEdit schema = edit.schema(view.name());
    if (schema.table(view.name().name()).isPresent()) {
      throw taken("table", view.name());
    }
    put(schema, Programs.view(view, view.columns()), view.existing(), view.name());
  }

  void routine(CreateRoutine routine) {
    put(edit.schema(routine.name()), Programs.routine(routine), routine.existing(), routine.name());
  }

  void event(CreateEvent event) {
    put(edit.schema(event.name()), Programs.event(event), event.existing(), event.name());
  }

  void trigger(CreateTrigger trigger) {
    SchemaEdit schema = edit.schema(trigger.name());
    String table = trigger.table().name();
    if (schema.table(table).isEmpty()) {
      throw new IllegalArgumentException(
          "trigger '" + trigger.name().name() + "': there is no table '" + table + "'");
    }
    Optional<CatalogObject> old = schema.find(ObjectKind.TRIGGER, trigger.name().name());
    if (old.isPresent()) {
      if (trigger.existing() == Existing.KEEP) {
        return;
      }
      if (trigger.existing() == Existing.FAIL) {
        throw taken("trigger", trigger.name());
      }
      dropTrigger(schema, (TriggerDefinition) old.get());
    }
    TriggerDefinition added =
        new TriggerDefinition(
            trigger.name().name(),
            table,
            trigger.before(),
            RowEvent.valueOf(trigger.event()),
            1,
            trigger.body());
    List<TriggerDefinition> row = row(schema, added);
    row.add(place(trigger, row), added);
    number(schema, row);
  }

  private static int place(CreateTrigger trigger, List<TriggerDefinition> row) {
    Optional<String> other = trigger.follows().or(trigger::precedes);
    if (other.isEmpty()) {
      return row.size();
    }
    for (int i = 0; i < row.size(); i++) {
      if (row.get(i).name().equals(other.get())) {
        return trigger.follows().isPresent() ? i + 1 : i;
      }
    }
    throw new IllegalArgumentException(
        "trigger '"
            + trigger.name().name()
            + "': there is no trigger '"
            + other.get()
            + "' of the same table, time and event");
  }

  private static void dropTrigger(SchemaEdit schema, TriggerDefinition trigger) {
    schema.remove(ObjectKind.TRIGGER, trigger.name());
    number(schema, row(schema, trigger));
  }

  /** The triggers of the same table, time and event, in the order of their run. */
  private static List<TriggerDefinition> row(SchemaEdit schema, TriggerDefinition trigger) {
    return new ArrayList<>(
        schema.triggers().stream()
            .filter(
                other ->
                    other.table().equals(trigger.table())
                        && other.before() == trigger.before()
                        && other.event() == trigger.event())
            .sorted(Comparator.comparing(TriggerDefinition::order))
            .toList());
  }

  private static void number(SchemaEdit schema, List<TriggerDefinition> row) {
    for (int i = 0; i < row.size(); i++) {
      TriggerDefinition trigger = row.get(i);
      schema.put(
          new TriggerDefinition(
              trigger.name(),
              trigger.table(),
              trigger.before(),
              trigger.event(),
              i + 1,
              trigger.body()));
    }
  }

  void drop(Drop drop) {
    ObjectKind kind = ObjectKind.valueOf(drop.kind().name());
    for (QualifiedName name : drop.names()) {
      Optional<SchemaEdit> schema = edit.findSchema(edit.schemaOf(name));
      Optional<CatalogObject> found = schema.flatMap(one -> one.find(kind, name.name()));
      if (found.isEmpty() && !drop.ifExists()) {
        throw new IllegalArgumentException("there is no " + kind.key() + " '" + name.name() + "'");
      }
      if (found.isPresent() && found.get() instanceof TriggerDefinition trigger) {
        dropTrigger(schema.get(), trigger);
      } else {
        found.ifPresent(object -> schema.get().remove(kind, object.name()));
      }
    }
  }

  private void put(SchemaEdit schema, CatalogObject object, Existing existing, QualifiedName name) {
    boolean there = schema.find(object.kind(), object.name()).isPresent();
    if (there && existing == Existing.FAIL) {
      throw taken(object.kind().key(), name);
    }
    if (!there || existing == Existing.REPLACE) {
      schema.put(object);
    }
  }

  private static IllegalArgumentException taken(String what, QualifiedName name) {
    return new IllegalArgumentException("there is a " + what + " '" + name.name() + "' already");
  }
}
