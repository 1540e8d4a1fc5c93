package dev.watershed.collector.dump;

import dev.watershed.collector.dump.AlteredColumns.Altered;
import dev.watershed.collector.dump.Collations.Choice;
import dev.watershed.sql.definition.AlterAction;
import dev.watershed.sql.definition.AlterAction.Add;
import dev.watershed.sql.definition.AlterAction.ChangeColumn;
import dev.watershed.sql.definition.AlterAction.ConvertCharset;
import dev.watershed.sql.definition.AlterAction.DropPart;
import dev.watershed.sql.definition.AlterAction.Named;
import dev.watershed.sql.definition.AlterAction.SetOptions;
import dev.watershed.sql.definition.AlterAction.Versioning;
import dev.watershed.sql.definition.AlterTable;
import dev.watershed.sql.definition.LocatedAction;
import dev.watershed.sql.definition.PartitionAction;
import dev.watershed.sql.definition.ScriptPlace;
import dev.watershed.sql.definition.TableElement;
import dev.watershed.sql.definition.TableElement.Check;
import dev.watershed.sql.definition.TableElement.Column;
import dev.watershed.sql.definition.TableElement.Index;
import dev.watershed.sql.definition.TableElement.Reference;
import dev.watershed.sql.definition.TableOptions;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs an ALTER TABLE, in the order of the server: what is dropped, renamed and given a new
 * definition first, then what is added, then the table as a whole (MySQL 9.7, {@code
 * mysql_prepare_alter_table}).
 */
final class AlteredTable {

  private final TableDefinition before;
  private final TableContext context;
  private final TableDraft old;
  private final AlteredColumns columns;
  private final AlteredIndexes indexes;
  private final AlteredConstraints constraints;
  private final NewElements elements;
  private TableOptions options;
  private Optional<ScriptPlace> place = Optional.empty();

  AlteredTable(TableDefinition before, TableContext context) {
    this.before = before;
    this.context = context;
    this.old = WrittenTable.of(before);
    this.columns = new AlteredColumns(before.name(), old.columns());
    this.indexes = new AlteredIndexes(before.name(), old.indexes());
    this.constraints = new AlteredConstraints(old, context.server());
    this.elements = new NewElements(before.name(), context.server());
    this.options = old.options();
  }

  /** The clause at work, which is to blame for an exception. */
  Optional<ScriptPlace> place() {
    return place;
  }

  /** What columns are called, by their names before, where that differs. */
  Map<String, String> renamedColumns() {
    Map<String, String> renamed = new HashMap<>();
    for (Altered column : columns.columns()) {
      column
          .before()
          .filter(name -> !name.equals(column.column().name()))
          .ifPresent(name -> renamed.put(Columns.folded(name), column.column().name()));
    }
    return renamed;
  }

  /**
   * The table after the statement, under its name before.
   *
   * @throws IllegalArgumentException if the server refuses it
   */
  TableDefinition apply(AlterTable change) {
    for (LocatedAction located : change.actions()) {
      place = Optional.of(located.place());
      changed(located.action());
    }
    change.actions().forEach(located -> columns.take(located.action()));
    List<TableElement> added = new ArrayList<>();
    for (LocatedAction located : change.actions()) {
      place = Optional.of(located.place());
      List<TableElement> others = columns.place(located.action());
      added.addAll(unlessThere(located.action(), others));
    }
    place = change.actions().stream().findFirst().map(LocatedAction::place);
    columns.check();
    constraints.follow(columns, old.columns());
    GeneratedColumns.check(before, columns, context.server());
    indexes.follow(columns, old.columns(), context.server().mariaDb());
    for (LocatedAction located : change.actions()) {
      place = Optional.of(located.place());
      whole(located.action());
    }
    TableDraft draft = draft(added);
    place = change.actions().stream().findFirst().map(LocatedAction::place);
    new TableRules(context).requireIndexes(before, draft, columns);
    TableDefinition after = context.resolve(draft);
    new TableRules(context).check(after);
    new ForeignKeyRules(context).check(before, after, columns);
    return after;
  }

  private void changed(AlterAction action) {
    if (constraints.change(action)) {
      return;
    }
    if (action instanceof DropPart drop && drop.kind() == Named.CONSTRAINT) {
      indexes.change(new DropPart(Named.INDEX, drop.name(), drop.ifExists()));
      return;
    }
    if (action instanceof ChangeColumn change) {
      columns.change(
          new ChangeColumn(
              change.from(),
              elements.column(change.column()),
              List.of(),
              change.position(),
              change.ifExists()));
    } else {
      columns.change(action);
    }
    indexes.change(action);
  }

  /** IF NOT EXISTS passes over what is there. */
  private List<TableElement> unlessThere(AlterAction action, List<TableElement> others) {
    boolean unless = action instanceof Add add && add.unlessExists();
    return others.stream().filter(element -> !unless || !isThere(element)).toList();
  }

  private boolean isThere(TableElement element) {
    if (element instanceof Index index) {
      return index.name().or(index::constraint).flatMap(indexes::named).isPresent()
          || (index.primary() && indexes.indexes().stream().anyMatch(Index::primary));
    }
    Optional<String> name =
        element instanceof Reference reference
            ? reference.name()
            : element instanceof Check check ? check.name() : Optional.empty();
    return name.isPresent()
        && (constraints.references().stream().anyMatch(one -> one.name().equals(name))
            || constraints.checks().stream().anyMatch(one -> one.name().equals(name)));
  }

  private void whole(AlterAction action) {
    if (action instanceof SetOptions set) {
      boolean other =
          set.options().engine().isPresent()
              && !options.engine().equals(set.options().engine())
              && !set.options().engine().get().equalsIgnoreCase(options.engine().orElse(""));
      if (other) {
        requireNoForeignKeys();
        indexes.rebuild();
        options = withoutFormat();
      }
      options = options.then(set.options());
    } else if (action instanceof ConvertCharset convert) {
      convert(convert);
    } else if (action instanceof Versioning versioning) {
      options = versioned(versioning.added());
    } else if (action instanceof PartitionAction partitions) {
      options =
          options.partitionedBy(
              new AlteredPartitions(before.name()).after(options.partitions(), partitions));
    }
  }

  private void requireNoForeignKeys() {
    boolean referred = !context.tables().referringTo(context.schema(), before.name()).isEmpty();
    if (referred || !constraints.references().isEmpty()) {
      throw new IllegalArgumentException(
          "the engine of table '" + before.name() + "' cannot change: it has foreign keys");
    }
  }

  private TableOptions withoutFormat() {
    return new TableOptions(
        options.engine(),
        Optional.empty(),
        options.charset(),
        options.collation(),
        options.autoIncrement(),
        options.commented(),
        options.systemVersioned(),
        options.partitions());
  }

  private TableOptions versioned(boolean added) {
    return new TableOptions(
        options.engine(),
        options.rowFormat(),
        options.charset(),
        options.collation(),
        options.autoIncrement(),
        options.commented(),
        added,
        options.partitions());
  }

  private void convert(ConvertCharset convert) {
    Collations collations = new Collations(context.server());
    Choice to = collations.choose(convert.charset(), convert.collation(), false, context.around());
    String charset =
        to.charset()
            .orElseThrow(
                () -> new IllegalArgumentException("the character set of the schema is unknown"));
    for (int i = 0; i < columns.columns().size(); i++) {
      Altered altered = columns.columns().get(i);
      Column column = altered.column();
      if (altered.before().isPresent() && column.type().textual()) {
        columns
            .columns()
            .set(
                i,
                altered.with(
                    Columns.withType(
                        column,
                        TextType.converted(column.type(), column.type().charset(), charset),
                        to.collation())));
      }
    }
    options =
        options.then(
            new TableOptions(
                Optional.empty(),
                Optional.empty(),
                to.charset(),
                to.collation(),
                Optional.empty(),
                false,
                false,
                Optional.empty()));
  }

  private TableDraft draft(List<TableElement> added) {
    List<TableElement> all = new ArrayList<>();
    List<TableElement> brought = new ArrayList<>();
    for (Altered altered : columns.columns()) {
      Column column = altered.column();
      boolean fresh = altered.before().isEmpty();
      boolean json = elements.isMariaDbJson(column);
      if (fresh && json) {
        brought.add(new Check(Optional.of(""), NewElements.jsonCheck(column.name()), true, true));
      }
      all.add(elements.column(column));
    }
    all.addAll(indexes.indexes());
    all.addAll(constraints.references());
    all.addAll(constraints.checks());
    all.addAll(brought);
    all.addAll(elements.kept(added, constraints.checks()));
    return new TableDraft(before.name(), old.sequence(), all, options);
  }
}
