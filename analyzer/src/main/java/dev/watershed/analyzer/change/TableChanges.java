package dev.watershed.analyzer.change;

import dev.watershed.analyzer.change.SchemaChange.CharsetConverted;
import dev.watershed.analyzer.change.SchemaChange.CheckAdded;
import dev.watershed.analyzer.change.SchemaChange.CheckDropped;
import dev.watershed.analyzer.change.SchemaChange.DefaultCharsetChanged;
import dev.watershed.analyzer.change.SchemaChange.EngineOrFormatChanged;
import dev.watershed.analyzer.change.SchemaChange.ForeignKeyAdded;
import dev.watershed.analyzer.change.SchemaChange.ForeignKeyDropped;
import dev.watershed.analyzer.change.SchemaChange.OptionsChanged;
import dev.watershed.analyzer.change.SchemaChange.PartitioningChanged;
import dev.watershed.analyzer.change.SchemaChange.RowsOrdered;
import dev.watershed.analyzer.change.SchemaChange.VersioningChanged;
import dev.watershed.sql.definition.AlterAction;
import dev.watershed.sql.definition.AlterAction.ConvertCharset;
import dev.watershed.sql.definition.AlterAction.OrderRows;
import dev.watershed.sql.definition.AlterAction.Rebuild;
import dev.watershed.sql.definition.AlterAction.SetOptions;
import dev.watershed.sql.definition.AlterAction.Tablespace;
import dev.watershed.sql.definition.AlterAction.Versioning;
import dev.watershed.sql.definition.AlterTable;
import dev.watershed.sql.definition.LocatedAction;
import dev.watershed.sql.definition.PartitionAction;
import dev.watershed.sql.definition.PartitionAction.AddPartitions;
import dev.watershed.sql.definition.PartitionAction.Coalesce;
import dev.watershed.sql.definition.PartitionAction.DropPartitions;
import dev.watershed.sql.definition.PartitionAction.Exchange;
import dev.watershed.sql.definition.PartitionAction.Maintain;
import dev.watershed.sql.definition.PartitionAction.Reorganize;
import dev.watershed.sql.definition.QualifiedName;
import dev.watershed.sql.definition.TableOptions;
import dev.watershed.workload.catalog.CheckConstraint;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an ALTER TABLE changes, but for the name of the table. */
final class TableChanges {

  private final String schema;
  private final String schemaAfter;
  private final TableDefinition before;
  private final TableDefinition after;
  private final AlterTable alter;
  private final ClausePlaces places;
  private final List<SchemaChange> changes = new ArrayList<>();

  /**
   * The changes of a table.
   *
   * @param schemaAfter where it is after the statement
   */
  TableChanges(
      String schema,
      String schemaAfter,
      TableDefinition before,
      TableDefinition after,
      AlterTable alter,
      ClausePlaces places) {
    this.schema = schema;
    this.schemaAfter = schemaAfter;
    this.before = before;
    this.after = after;
    this.alter = alter;
    this.places = places;
  }

  List<SchemaChange> all() {
    RenamedParts renamed = new RenamedParts(alter);
    changes.addAll(new ColumnChanges(this::at, before, after, alter, renamed).all());
    changes.addAll(new IndexChanges(this::at, before, after, renamed).all());
    foreignKeys(renamed);
    checks(renamed);
    for (LocatedAction located : alter.actions()) {
      whole(located.action(), new ChangedTable(places.of(located.place()), schema, before.name()));
    }
    return changes;
  }

  private ChangedTable at(String name) {
    return new ChangedTable(places.naming(name), schema, before.name());
  }

  private void foreignKeys(RenamedParts renamed) {
    for (ForeignKey old : before.foreignKeys()) {
      if (after.foreignKeys().stream().noneMatch(key -> stays(old, key, renamed))) {
        changes.add(new ForeignKeyDropped(at(old.name()), old));
      }
    }
    for (ForeignKey key : after.foreignKeys()) {
      if (before.foreignKeys().stream().noneMatch(old -> stays(old, key, renamed))) {
        changes.add(new ForeignKeyAdded(at(key.name()), key));
      }
    }
  }

  /** A key may get the name of a table that is renamed, and columns may refer to several tables. */
  private boolean stays(ForeignKey old, ForeignKey key, RenamedParts renamed) {
    return !renamed.isDroppedForeignKey(old.name())
        && key.columns().equals(old.columns().stream().map(renamed::column).toList())
        && (key.name().equalsIgnoreCase(old.name())
            || target(key, schemaAfter, after).equals(target(old, schema, before)));
  }

  /** The table that a key refers to; of its own table the name does not count. */
  private static Optional<QualifiedName> target(
      ForeignKey key, String schema, TableDefinition table) {
    String home = key.referencedSchema().orElse(schema);
    boolean own = home.equals(schema) && key.referencedTable().equals(table.name());
    return own
        ? Optional.empty()
        : Optional.of(new QualifiedName(Optional.of(home), key.referencedTable()));
  }

  private void checks(RenamedParts renamed) {
    for (CheckConstraint old : before.checks()) {
      // Other literals may not show.
      if (!after.checks().contains(old) || renamed.isDroppedCheck(old.name())) {
        changes.add(new CheckDropped(at(old.name()), old));
      }
    }
    for (CheckConstraint check : after.checks()) {
      if (!before.checks().contains(check) || renamed.isDroppedCheck(check.name())) {
        changes.add(new CheckAdded(at(check.name()), check));
      }
    }
  }

  private void whole(AlterAction action, ChangedTable at) {
    if (action instanceof SetOptions set) {
      options(set, at);
    } else if (action instanceof ConvertCharset) {
      changes.add(new CharsetConverted(at, before.collation(), after.collation()));
    } else if (action instanceof Rebuild) {
      changes.add(new EngineOrFormatChanged(at, before, after));
    } else if (action instanceof OrderRows) {
      changes.add(new RowsOrdered(at));
    } else if (action instanceof Versioning versioning) {
      changes.add(new VersioningChanged(at, versioning.added()));
    } else if (action instanceof Tablespace) {
      changes.add(new OptionsChanged(at, Optional.empty()));
    } else if (action instanceof PartitionAction partitions) {
      changes.add(
          new PartitioningChanged(
              at, operation(partitions), before.partitioning(), after.partitioning()));
    }
  }

  private void options(SetOptions set, ChangedTable at) {
    TableOptions options = set.options();
    if (options.partitions().isPresent()) {
      changes.add(
          new PartitioningChanged(at, "PARTITION BY", before.partitioning(), after.partitioning()));
    } else if (options.engine().isPresent() || options.rowFormat().isPresent()) {
      changes.add(new EngineOrFormatChanged(at, before, after));
    } else if (options.charset().isPresent() || options.collation().isPresent()) {
      changes.add(new DefaultCharsetChanged(at, before.collation(), after.collation()));
    } else {
      changes.add(new OptionsChanged(at, set.storage()));
    }
  }

  private static String operation(PartitionAction action) {
    if (action instanceof AddPartitions) {
      return "ADD PARTITION";
    }
    if (action instanceof DropPartitions) {
      return "DROP PARTITION";
    }
    if (action instanceof Reorganize) {
      return "REORGANIZE PARTITION";
    }
    if (action instanceof Coalesce) {
      return "COALESCE PARTITION";
    }
    if (action instanceof Exchange) {
      return "EXCHANGE PARTITION";
    }
    return action instanceof Maintain maintain
        ? maintain.operation() + " PARTITION"
        : "REMOVE PARTITIONING";
  }
}
