package dev.watershed.collector.dump;

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
import dev.watershed.sql.definition.Definition.Truncate;
import dev.watershed.sql.definition.LocatedDefinition;
import dev.watershed.sql.definition.ScriptPlace;
import dev.watershed.workload.catalog.Catalog;
import java.util.Optional;

/** Runs one statement on a server that has a catalog. */
public final class CatalogStep {

  private final Catalog before;
  private final LocatedDefinition statement;
  private final CatalogEdit edit;
  private final TableSteps tables;
  private final ProgramSteps programs;

  private CatalogStep(Catalog before, LocatedDefinition statement) {
    this.before = before;
    this.statement = statement;
    this.edit = new CatalogEdit(before, statement);
    this.tables = new TableSteps(edit);
    this.programs = new ProgramSteps(edit);
  }

  /**
   * The catalog after a statement. It takes time by the size of the schemas that are concerned and
   * none for the definitions of other tables.
   *
   * @param before the catalog of the server; its version says which server that is
   */
  public static StepResult run(Catalog before, LocatedDefinition statement) {
    return new CatalogStep(before, statement).run();
  }

  private StepResult run() {
    try {
      run(statement.definition());
      boolean same = statement.definition() instanceof ChangeData;
      return new StepResult(same ? before : edit.finish(), Optional.empty());
    } catch (IllegalArgumentException refused) {
      ScriptPlace place =
          tables.place().orElse(new ScriptPlace(statement.line(), statement.column()));
      return new StepResult(
          before,
          Optional.of(new StepResult.Problem(place.line(), place.column(), refused.getMessage())));
    }
  }

  private void run(Definition definition) {
    if (definition instanceof AlterTable change) {
      tables.alter(change);
    } else if (definition instanceof CreateTable table) {
      tables.create(table);
    } else if (definition instanceof RenameTables renaming) {
      renaming.renamings().forEach(one -> tables.rename(one.from(), one.to()));
    } else if (definition instanceof Truncate truncate) {
      tables.truncate(truncate.name());
    } else if (definition instanceof DefineSchema schema) {
      programs.schema(schema);
    } else if (definition instanceof CreateView view) {
      programs.view(view);
    } else if (definition instanceof CreateTrigger trigger) {
      programs.trigger(trigger);
    } else if (definition instanceof CreateRoutine routine) {
      programs.routine(routine);
    } else if (definition instanceof CreateEvent event) {
      programs.event(event);
    } else if (definition instanceof Drop drop) {
      switch (drop.kind()) {
        case TABLE -> tables.drop(drop);
        case SCHEMA -> tables.dropSchema(drop);
        default -> programs.drop(drop);
      }
    }
  }
}
