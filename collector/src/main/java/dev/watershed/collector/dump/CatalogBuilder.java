package dev.watershed.collector.dump;

import dev.watershed.sql.definition.AlterAction.RenameTable;
import dev.watershed.sql.definition.AlterTable;
import dev.watershed.sql.definition.CreateEvent;
import dev.watershed.sql.definition.CreateRoutine;
import dev.watershed.sql.definition.CreateTable;
import dev.watershed.sql.definition.CreateTrigger;
import dev.watershed.sql.definition.CreateView;
import dev.watershed.sql.definition.Definition;
import dev.watershed.sql.definition.Definition.DefineSchema;
import dev.watershed.sql.definition.Definition.Drop;
import dev.watershed.sql.definition.Definition.RenameTables;
import dev.watershed.sql.definition.DefinitionIssue;
import dev.watershed.sql.definition.DefinitionScript;
import dev.watershed.sql.definition.Existing;
import dev.watershed.sql.definition.LocatedAction;
import dev.watershed.sql.definition.LocatedDefinition;
import dev.watershed.sql.definition.QualifiedName;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.CatalogGap;
import dev.watershed.workload.catalog.TableDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Runs the definitions of a script, one after the other, on a server that has nothing yet. One that
 * makes no sense there is a gap, and the others go on.
 */
public final class CatalogBuilder {

  private final String name;
  private final ServerVersion server;
  private final Collations collations;
  private final Map<String, SchemaDraft> schemas = new TreeMap<>();
  private final List<CatalogGap> gaps = new ArrayList<>();

  private CatalogBuilder(String name, ServerVersion server) {
    this.name = name;
    this.server = server;
    this.collations = new Collations(server);
  }

  /**
   * The catalog after a script.
   *
   * @param name of the script, for people
   * @param takenAt when it was written
   */
  public static Catalog build(DefinitionScript script, String name, Instant takenAt) {
    CatalogBuilder builder = new CatalogBuilder(name, ServerVersion.of(script.serverVersion()));
    for (DefinitionIssue issue : script.issues()) {
      builder.gap(issue.line() + ":" + issue.column(), issue.message());
    }
    for (LocatedDefinition definition : script.definitions()) {
      try {
        builder.run(definition.definition(), definition.schema());
      } catch (IllegalArgumentException senseless) {
        builder.gap(String.valueOf(definition.line()), senseless.getMessage());
      }
    }
    FinishedCatalog finished = new FinishedCatalog(builder.server, builder.schemas, takenAt);
    finished.problems().forEach(problem -> builder.gaps.add(new CatalogGap(name, problem)));
    return new Catalog(
        takenAt,
        script.serverVersion(),
        finished.schemas(),
        finished.statistics(),
        List.of(),
        builder.gaps);
  }

  private void gap(String place, String reason) {
    gaps.add(new CatalogGap(name + ":" + place, reason));
  }

  private void run(Definition definition, Optional<String> used) {
    if (definition instanceof DefineSchema schema) {
      SchemaDraft draft = schemas.computeIfAbsent(schema.name(), key -> new SchemaDraft());
      draft.setChoice(
          collations.choose(schema.charset(), schema.collation(), false, draft.choice()));
    } else if (definition instanceof CreateTable table) {
      createTable(table, used);
    } else if (definition instanceof AlterTable change) {
      alter(change, used);
    } else if (definition instanceof CreateView view) {
      createView(view, schema(view.name(), used));
    } else if (definition instanceof CreateTrigger trigger) {
      schema(trigger.name(), used).triggers().add(trigger);
    } else if (definition instanceof CreateRoutine routine) {
      SchemaDraft schema = schema(routine.name(), used);
      (routine.returns().isPresent() ? schema.functions() : schema.procedures())
          .put(routine.name().name(), Programs.routine(routine));
    } else if (definition instanceof CreateEvent event) {
      schema(event.name(), used).events().put(event.name().name(), Programs.event(event));
    } else if (definition instanceof RenameTables renaming) {
      renaming.renamings().forEach(one -> rename(one.from(), one.to(), used));
    } else if (definition instanceof Drop drop) {
      drop.names().forEach(dropped -> drop(drop.kind(), dropped, used));
    }
  }

  /** All but a new name for the table, and that then. */
  private void alter(AlterTable change, Optional<String> used) {
    TableDraft before = table(change.name(), used);
    List<LocatedAction> inPlace =
        change.actions().stream()
            .filter(located -> !(located.action() instanceof RenameTable))
            .toList();
    if (!inPlace.isEmpty()) {
      AlterTable rest =
          new AlterTable(
              change.name(), change.ifExists(), inPlace, change.algorithm(), change.lock());
      schema(change.name(), used)
          .tables()
          .put(
              change.name().name(),
              rest.addsOnly() ? before.with(rest) : altered(before, rest, used));
    }
    change.actions().stream()
        .map(LocatedAction::action)
        .filter(RenameTable.class::isInstance)
        .map(action -> ((RenameTable) action).to())
        .reduce((first, last) -> last)
        .filter(to -> !isSame(change.name(), to, used))
        .ifPresent(to -> rename(change.name(), to, used));
  }

  private static boolean isSame(QualifiedName one, QualifiedName other, Optional<String> used) {
    return one.name().equals(other.name())
        && one.schema().or(() -> used).equals(other.schema().or(() -> used));
  }

  /** With everything that a server fills in, and that a clause may name. */
  private TableDraft altered(TableDraft before, AlterTable change, Optional<String> used) {
    String schema = change.name().schema().or(() -> used).orElseThrow();
    TableContext context =
        new TableContext(
            schema, schemas.get(schema).choice(), server, false, new DraftSurroundings());
    TableDefinition after = new AlteredTable(context.resolve(before), context).apply(change);
    return WrittenTable.of(after);
  }

  private void rename(QualifiedName from, QualifiedName to, Optional<String> used) {
    schema(from, used);
    schema(to, used);
    new DraftRenames(schemas)
        .rename(
            from.schema().or(() -> used).orElseThrow(),
            from.name(),
            to.schema().or(() -> used).orElseThrow(),
            to.name());
  }

  private void createTable(CreateTable table, Optional<String> used) {
    String tableName = table.name().name();
    boolean there =
        table.name().schema().or(() -> used).map(schemas::get).stream()
            .anyMatch(schema -> schema.tables().containsKey(tableName));
    if (there && table.existing() == Existing.KEEP) {
      return;
    }
    if (table.fromQuery()) {
      throw new IllegalArgumentException(
          "the columns of table '" + tableName + "' come from a query, which nobody ran here");
    }
    TableDraft draft =
        table.like().isPresent()
            ? table(table.like().get(), used).copyAs(tableName)
            : TableDraft.of(table);
    schema(table.name(), used).tables().put(tableName, draft);
  }

  private static void createView(CreateView view, SchemaDraft schema) {
    String viewName = view.name().name();
    if (!view.columns().isEmpty()) {
      schema.viewColumns().put(viewName, view.columns());
    }
    schema
        .views()
        .put(viewName, Programs.view(view, schema.viewColumns().getOrDefault(viewName, List.of())));
  }

  private void drop(Definition.DroppedKind kind, QualifiedName dropped, Optional<String> used) {
    if (kind == Definition.DroppedKind.SCHEMA) {
      schemas.remove(dropped.name());
      return;
    }
    Optional<SchemaDraft> schema = dropped.schema().or(() -> used).map(schemas::get);
    if (schema.isEmpty()) {
      return;
    }
    String object = dropped.name();
    switch (kind) {
      case TABLE -> {
        schema.get().tables().remove(object);
        schema.get().triggers().removeTable(object);
      }
      case VIEW -> schema.get().views().remove(object);
      case TRIGGER -> schema.get().triggers().remove(object);
      case PROCEDURE -> schema.get().procedures().remove(object);
      case FUNCTION -> schema.get().functions().remove(object);
      case EVENT -> schema.get().events().remove(object);
      case SCHEMA -> throw new IllegalStateException("done above");
    }
  }

  /** No foreign key is checked while a dump is read: tables come in any order. */
  private static final class DraftSurroundings implements TableContext.Surroundings {

    @Override
    public Optional<TableDefinition> table(String schema, String table) {
      return Optional.empty();
    }

    @Override
    public List<TableContext.Referring> referringTo(String schema, String table) {
      return List.of();
    }
  }

  private SchemaDraft schema(QualifiedName object, Optional<String> used) {
    String schema =
        object
            .schema()
            .or(() -> used)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no schema is in use for '"
                            + object.name()
                            + "'; expected USE before it, or 'Database:' in the dump's head"));
    return schemas.computeIfAbsent(schema, key -> new SchemaDraft());
  }

  private TableDraft table(QualifiedName table, Optional<String> used) {
    TableDraft draft = schema(table, used).tables().get(table.name());
    if (draft == null) {
      throw new IllegalArgumentException("there is no table '" + table.name() + "' before it");
    }
    return draft;
  }
}
