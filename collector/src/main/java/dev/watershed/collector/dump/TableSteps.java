package dev.watershed.collector.dump;

import dev.watershed.collector.dump.TableContext.Referring;
import dev.watershed.sql.definition.AlterAction.RenameTable;
import dev.watershed.sql.definition.AlterTable;
import dev.watershed.sql.definition.CreateTable;
import dev.watershed.sql.definition.Definition.Drop;
import dev.watershed.sql.definition.Existing;
import dev.watershed.sql.definition.LocatedAction;
import dev.watershed.sql.definition.QualifiedName;
import dev.watershed.sql.definition.ScriptPlace;
import dev.watershed.sql.definition.TableElement;
import dev.watershed.sql.definition.TableOptions;
import dev.watershed.workload.catalog.ObjectKind;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TriggerDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statements that make, alter and drop tables. */
final class TableSteps {

  /** What a server has for a default unless it is configured otherwise. */
  private static final TableOptions OF_SERVERS_TODAY =
      new TableOptions(
          Optional.of("InnoDB"),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          false,
          Optional.empty());

  private final CatalogEdit edit;
  private final TableFigures figures;
  private Optional<ScriptPlace> place = Optional.empty();

  TableSteps(CatalogEdit edit) {
    this.edit = edit;
    this.figures = new TableFigures(edit);
  }

  /** The clause that is to blame for an exception. */
  Optional<ScriptPlace> place() {
    return place;
  }

  void alter(AlterTable change) {
    SchemaEdit schema = edit.schema(change.name());
    Optional<TableDefinition> found = schema.table(change.name().name());
    if (found.isEmpty() && change.ifExists()) {
      return;
    }
    TableDefinition before = edit.table(change.name());
    AlteredTable altered = new AlteredTable(before, edit.context(schema));
    TableDefinition after;
    try {
      after = altered.apply(change);
    } catch (IllegalArgumentException refused) {
      place = altered.place();
      throw refused;
    }
    schema.put(after);
    Map<String, String> renamed = altered.renamedColumns();
    if (!renamed.isEmpty()) {
      new References(edit).renameColumns(schema.name(), after.name(), renamed);
    }
    figures.alter(schema.name(), before, after, change, renamed);
    for (LocatedAction located : change.actions()) {
      if (located.action() instanceof RenameTable rename) {
        place = Optional.of(located.place());
        // Without a schema the table moves to the one in use, whichever it is in.
        String target = edit.schemaOf(rename.to());
        boolean same = target.equals(schema.name()) && rename.to().name().equals(after.name());
        if (!same) {
          rename(
              new QualifiedName(Optional.of(schema.name()), after.name()),
              new QualifiedName(Optional.of(target), rename.to().name()));
        }
      }
    }
  }

  void create(CreateTable table) {
    SchemaEdit schema = edit.schema(table.name());
    String name = table.name().name();
    if (schema.view(name).isPresent() || schema.table(name).isPresent()) {
      if (table.existing() == Existing.KEEP) {
        return;
      }
      if (table.existing() == Existing.FAIL || schema.view(name).isPresent()) {
        throw new IllegalArgumentException(
            "there is a table or view '" + schema.name() + "." + name + "' already");
      }
      remove(schema, name);
    }
    TableDraft draft = draft(table);
    if (table.fromQuery()) {
      throw new IllegalArgumentException(
          "the columns of table '" + name + "' come from a query, which nobody ran here");
    }
    TableContext context = edit.context(schema);
    TableDefinition made = context.resolve(draft);
    new TableRules(context).check(made);
    new ForeignKeyRules(context).check(made);
    schema.put(made);
    figures.create(schema.name(), made, draft.options().autoIncrement());
  }

  private TableDraft draft(CreateTable table) {
    NewElements elements = new NewElements(table.name().name(), edit.server());
    if (table.like().isEmpty()) {
      List<TableElement> kept = elements.kept(table.elements(), List.of());
      return new TableDraft(
          table.name().name(), table.sequence(), kept, OF_SERVERS_TODAY.then(table.options()));
    }
    TableDefinition like = edit.table(table.like().get());
    TableDraft copy = WrittenTable.of(like).copyAs(table.name().name());
    List<TableElement> copied = new ArrayList<>();
    for (TableElement element : copy.elements()) {
      copied.add(
          element instanceof TableElement.Check check && !edit.server().mariaDb()
              ? new TableElement.Check(
                  Optional.empty(), check.expression(), check.enforced(), check.ofColumn())
              : element);
    }
    return new TableDraft(
        copy.name(), copy.sequence(), elements.kept(copied, List.of()), copy.options());
  }

  void rename(QualifiedName from, QualifiedName to) {
    SchemaEdit source = edit.schema(from);
    SchemaEdit target = edit.schema(to);
    boolean taken = target.table(to.name()).isPresent() || target.view(to.name()).isPresent();
    if (taken) {
      throw new IllegalArgumentException(
          "there is a table or view '" + target.name() + "." + to.name() + "' already");
    }
    if (source.view(from.name()).isPresent() && source == target) {
      source.put(References.renamed(source.view(from.name()).get(), to.name()));
      source.remove(ObjectKind.VIEW, from.name());
      return;
    }
    TableDefinition table = edit.table(from);
    List<TriggerDefinition> triggers =
        source.triggers().stream().filter(trigger -> trigger.table().equals(from.name())).toList();
    if (source != target && !triggers.isEmpty()) {
      throw new IllegalArgumentException(
          "table '" + from.name() + "' has triggers, which cannot move to another schema");
    }
    References references = new References(edit);
    references.renameTable(source.name(), from.name(), target.name(), to.name());
    TableDefinition current = source.table(from.name()).orElse(table);
    source.remove(ObjectKind.TABLE, from.name());
    target.put(References.renamed(current, to.name(), source.name(), target.name()));
    triggers.forEach(trigger -> target.put(References.moved(trigger, to.name())));
    figures.rename(source.name(), from.name(), target.name(), to.name());
  }

  void truncate(QualifiedName name) {
    SchemaEdit schema = edit.schema(name);
    TableDefinition table = edit.table(name);
    boolean referred =
        edit.referringTo(schema.name(), table.name()).stream()
            .anyMatch(other -> !isOf(other, schema.name(), table.name()));
    if (referred && edit.foreignKeyChecks()) {
      throw new IllegalArgumentException(
          "table '" + table.name() + "' cannot be truncated: a foreign key refers to it");
    }
    figures.truncate(schema.name(), table);
  }

  void drop(Drop drop) {
    List<String> unknown = new ArrayList<>();
    for (QualifiedName name : drop.names()) {
      Optional<SchemaEdit> schema = edit.findSchema(edit.schemaOf(name));
      if (schema.flatMap(found -> found.table(name.name())).isEmpty()) {
        unknown.add(name.name());
      }
    }
    if (!unknown.isEmpty() && !drop.ifExists()) {
      throw new IllegalArgumentException("there is no table '" + unknown.get(0) + "'");
    }
    for (QualifiedName name : drop.names()) {
      Optional<SchemaEdit> schema = edit.findSchema(edit.schemaOf(name));
      if (schema.isPresent() && schema.get().table(name.name()).isPresent()) {
        requireUnreferred(schema.get(), name.name(), drop);
      }
    }
    for (QualifiedName name : drop.names()) {
      edit.findSchema(edit.schemaOf(name))
          .filter(schema -> schema.table(name.name()).isPresent())
          .ifPresent(schema -> remove(schema, name.name()));
    }
  }

  private void requireUnreferred(SchemaEdit schema, String table, Drop drop) {
    for (Referring other : edit.referringTo(schema.name(), table)) {
      boolean goes =
          isOf(other, schema.name(), table)
              || drop.names().stream()
                  .anyMatch(name -> isOf(other, edit.schemaOf(name), name.name()));
      if (!goes && edit.foreignKeyChecks()) {
        throw new IllegalArgumentException(
            "table '"
                + table
                + "' cannot be dropped: the foreign key '"
                + other.key().name()
                + "' of table '"
                + other.table()
                + "' refers to it");
      }
    }
  }

  void dropSchema(Drop drop) {
    String name = drop.names().get(0).name();
    Optional<SchemaEdit> schema = edit.findSchema(name);
    if (schema.isEmpty()) {
      if (!drop.ifExists()) {
        throw new IllegalArgumentException("there is no schema '" + name + "'");
      }
      return;
    }
    for (TableDefinition table : schema.get().definition().tables()) {
      for (Referring other : edit.referringTo(name, table.name())) {
        if (!other.schema().equals(name) && edit.foreignKeyChecks()) {
          throw new IllegalArgumentException(
              "schema '"
                  + name
                  + "' cannot be dropped: the foreign key '"
                  + other.key().name()
                  + "' of '"
                  + other.schema()
                  + "."
                  + other.table()
                  + "' refers to it");
        }
      }
    }
    edit.dropSchema(name);
  }

  private void remove(SchemaEdit schema, String table) {
    schema.remove(ObjectKind.TABLE, table);
    for (TriggerDefinition trigger : schema.triggers()) {
      if (trigger.table().equals(table)) {
        schema.remove(ObjectKind.TRIGGER, trigger.name());
      }
    }
    figures.drop(schema.name(), table);
  }

  private static boolean isOf(Referring other, String schema, String table) {
    return other.schema().equals(schema) && other.table().equals(table);
  }
}
