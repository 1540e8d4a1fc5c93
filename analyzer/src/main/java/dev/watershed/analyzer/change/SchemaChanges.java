package dev.watershed.analyzer.change;

import dev.watershed.analyzer.change.SchemaChange.DataChanged;
import dev.watershed.analyzer.change.SchemaChange.Fate;
import dev.watershed.analyzer.change.SchemaChange.ProgramChanged;
import dev.watershed.analyzer.change.SchemaChange.SchemaDefined;
import dev.watershed.analyzer.change.SchemaChange.TableCreated;
import dev.watershed.analyzer.change.SchemaChange.TableDropped;
import dev.watershed.analyzer.change.SchemaChange.TableEmptied;
import dev.watershed.analyzer.change.SchemaChange.TableRenamed;
import dev.watershed.analyzer.change.SchemaChange.TriggerAdded;
import dev.watershed.analyzer.change.SchemaChange.TriggerDropped;
import dev.watershed.analyzer.change.SchemaChange.ViewChanged;
import dev.watershed.sql.definition.AlterAction.RenameTable;
import dev.watershed.sql.definition.AlterTable;
import dev.watershed.sql.definition.CreateEvent;
import dev.watershed.sql.definition.CreateRoutine;
import dev.watershed.sql.definition.CreateTable;
import dev.watershed.sql.definition.CreateTrigger;
import dev.watershed.sql.definition.CreateView;
import dev.watershed.sql.definition.Definition;
import dev.watershed.sql.definition.Definition.ChangeData;
import dev.watershed.sql.definition.Definition.DefineSchema;
import dev.watershed.sql.definition.Definition.Drop;
import dev.watershed.sql.definition.Definition.RenameTables;
import dev.watershed.sql.definition.Definition.Renaming;
import dev.watershed.sql.definition.Definition.Truncate;
import dev.watershed.sql.definition.LocatedDefinition;
import dev.watershed.sql.definition.QualifiedName;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.ObjectKind;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TriggerDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what a statement changes, by the catalogs before and after it. */
public final class SchemaChanges {

  private final LocatedDefinition statement;
  private final Catalog before;
  private final Catalog after;
  private final ClausePlaces places;
  private final List<SchemaChange> changes = new ArrayList<>();

  private SchemaChanges(LocatedDefinition statement, Catalog before, Catalog after, String path) {
    this.statement = statement;
    this.before = before;
    this.after = after;
    this.places = new ClausePlaces(statement, path);
  }

  /**
   * The changes of a statement; none where the catalogs are the same, but for rows.
   *
   * @param path of the file that the statement is in
   */
  public static List<SchemaChange> of(
      LocatedDefinition statement, Catalog before, Catalog after, String path) {
    return new SchemaChanges(statement, before, after, path).all();
  }

  private List<SchemaChange> all() {
    Definition definition = statement.definition();
    if (definition instanceof AlterTable alter) {
      alter(alter);
    } else if (definition instanceof CreateTable table) {
      create(table.name());
    } else if (definition instanceof RenameTables renaming) {
      renaming.renamings().forEach(this::rename);
    } else if (definition instanceof Truncate truncate) {
      if (table(before, truncate.name()).isPresent()) {
        changes.add(new TableEmptied(at(truncate.name())));
      }
    } else if (definition instanceof ChangeData change) {
      QualifiedName table = change.table().orElseGet(() -> new QualifiedName(Optional.empty(), ""));
      changes.add(new DataChanged(at(table), change.verb(), change.text()));
    } else if (definition instanceof Drop drop) {
      drop.names().forEach(name -> drop(drop, name));
    } else if (definition instanceof DefineSchema schema) {
      schema(schema.name());
    } else {
      program(definition);
    }
    return List.copyOf(changes);
  }

  private void alter(AlterTable alter) {
    QualifiedName target = alter.name();
    Optional<TableDefinition> was = table(before, alter.name());
    if (was.isEmpty()) {
      return;
    }
    for (var located : alter.actions()) {
      if (located.action() instanceof RenameTable rename) {
        target = rename.to();
      }
    }
    Optional<TableDefinition> is = table(after, target);
    if (is.isEmpty()) {
      return;
    }
    String schema = schemaOf(alter.name());
    changes.addAll(
        new TableChanges(schema, schemaOf(target), was.get(), is.get(), alter, places).all());
    boolean renamed =
        !target.name().equals(alter.name().name()) || !schemaOf(target).equals(schema);
    if (renamed) {
      changes.add(
          new TableRenamed(
              new ChangedTable(places.ofKind(RenameTable.class), schema, alter.name().name()),
              schemaOf(target),
              target.name()));
    }
  }

  private void create(QualifiedName name) {
    Optional<TableDefinition> was = table(before, name);
    Optional<TableDefinition> is = table(after, name);
    if (is.isEmpty() || is.equals(was)) {
      return;
    }
    was.ifPresent(old -> changes.add(new TableDropped(at(name), old)));
    changes.add(new TableCreated(at(name), is.get()));
  }

  private void rename(Renaming renaming) {
    boolean view = find(before, ObjectKind.VIEW, renaming.from()).isPresent();
    if (view) {
      changes.add(new ViewChanged(at(renaming.from()), Fate.DROPPED));
      changes.add(new ViewChanged(at(renaming.to()), Fate.MADE));
    } else if (!before.equals(after)) {
      changes.add(
          new TableRenamed(at(renaming.from()), schemaOf(renaming.to()), renaming.to().name()));
    }
  }

  private void drop(Drop drop, QualifiedName name) {
    switch (drop.kind()) {
      case SCHEMA -> schema(name.name());
      case TABLE ->
          table(before, name)
              .filter(old -> table(after, name).isEmpty())
              .ifPresent(old -> changes.add(new TableDropped(at(name), old)));
      case VIEW -> fate(ObjectKind.VIEW, name);
      case TRIGGER -> fate(ObjectKind.TRIGGER, name);
      case PROCEDURE -> fate(ObjectKind.PROCEDURE, name);
      case FUNCTION -> fate(ObjectKind.FUNCTION, name);
      case EVENT -> fate(ObjectKind.EVENT, name);
    }
  }

  private void program(Definition definition) {
    if (definition instanceof CreateView view) {
      fate(ObjectKind.VIEW, view.name());
    } else if (definition instanceof CreateTrigger trigger) {
      fate(ObjectKind.TRIGGER, trigger.name());
    } else if (definition instanceof CreateRoutine routine) {
      fate(
          routine.returns().isPresent() ? ObjectKind.FUNCTION : ObjectKind.PROCEDURE,
          routine.name());
    } else if (definition instanceof CreateEvent event) {
      fate(ObjectKind.EVENT, event.name());
    }
  }

  private void fate(ObjectKind kind, QualifiedName name) {
    Optional<CatalogObject> was = find(before, kind, name);
    Optional<CatalogObject> is = find(after, kind, name);
    if (was.equals(is)) {
      return;
    }
    if (kind == ObjectKind.TRIGGER) {
      was.ifPresent(old -> changes.add(new TriggerDropped(at(name), (TriggerDefinition) old)));
      is.ifPresent(made -> changes.add(new TriggerAdded(at(name), (TriggerDefinition) made)));
      return;
    }
    Fate fate = is.isEmpty() ? Fate.DROPPED : was.isEmpty() ? Fate.MADE : Fate.CHANGED;
    changes.add(
        kind == ObjectKind.VIEW
            ? new ViewChanged(at(name), fate)
            : new ProgramChanged(at(name), kind, fate));
  }

  private void schema(String name) {
    Optional<SchemaDefinition> was = before.schema(name);
    Optional<SchemaDefinition> is = after.schema(name);
    if (was.equals(is)) {
      return;
    }
    Fate fate = is.isEmpty() ? Fate.DROPPED : was.isEmpty() ? Fate.MADE : Fate.CHANGED;
    changes.add(new SchemaDefined(new ChangedTable(places.statement(), name, ""), fate));
    if (is.isEmpty()) {
      was.get()
          .tables()
          .forEach(
              table ->
                  changes.add(
                      new TableDropped(
                          new ChangedTable(places.statement(), name, table.name()), table)));
    }
  }

  private ChangedTable at(QualifiedName name) {
    return new ChangedTable(places.statement(), schemaOf(name), name.name());
  }

  private String schemaOf(QualifiedName name) {
    return name.schema().or(statement::schema).orElse("");
  }

  private Optional<TableDefinition> table(Catalog catalog, QualifiedName name) {
    return catalog.schema(schemaOf(name)).flatMap(schema -> schema.table(name.name()));
  }

  private Optional<CatalogObject> find(Catalog catalog, ObjectKind kind, QualifiedName name) {
    return catalog.schema(schemaOf(name)).stream()
        .flatMap(schema -> schema.objects().stream())
        .filter(object -> object.kind() == kind && object.name().equals(name.name()))
        .findFirst();
  }
}
