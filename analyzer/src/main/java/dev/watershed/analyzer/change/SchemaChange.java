package dev.watershed.analyzer.change;

import dev.watershed.sql.definition.StorageOption;
import dev.watershed.workload.catalog.CheckConstraint;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.ObjectKind;
import dev.watershed.workload.catalog.Partitioning;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TriggerDefinition;
import java.util.Objects;
import java.util.Optional;

/** One thing that a statement changes. */
public sealed interface SchemaChange {

  /** What it is about, and where it is written. */
  ChangedTable at();

  /** What becomes of an object that is defined as a whole. */
  enum Fate {
    MADE,
    CHANGED,
    DROPPED
  }

  /** Whether a change of a type can lose values. */
  enum Narrowing {
    /** Every value fits. */
    NONE,
    /**
     * Values that are there may not fit: the server refuses, or cuts them where it is not strict.
     */
    VALUES,
    /** Nobody knows here. */
    UNKNOWN
  }

  /** A table that is made. */
  record TableCreated(ChangedTable at, TableDefinition definition) implements SchemaChange {

    public TableCreated {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(definition, "definition");
    }
  }

  /** A table that is dropped, with its rows. */
  record TableDropped(ChangedTable at, TableDefinition definition) implements SchemaChange {

    public TableDropped {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(definition, "definition");
    }
  }

  /** A table that gets another name. */
  record TableRenamed(ChangedTable at, String toSchema, String toTable) implements SchemaChange {

    public TableRenamed {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(toSchema, "toSchema");
      Objects.requireNonNull(toTable, "toTable");
    }
  }

  /** TRUNCATE: all rows go. */
  record TableEmptied(ChangedTable at) implements SchemaChange {

    public TableEmptied {
      Objects.requireNonNull(at, "at");
    }
  }

  /**
   * A column that is added.
   *
   * @param last whether it stands behind all others
   */
  record ColumnAdded(ChangedTable at, ColumnDefinition column, boolean last)
      implements SchemaChange {

    public ColumnAdded {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(column, "column");
    }
  }

  /** A column that is dropped, with its values. */
  record ColumnDropped(ChangedTable at, ColumnDefinition column) implements SchemaChange {

    public ColumnDropped {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(column, "column");
    }
  }

  /** A column that gets another name. */
  record ColumnRenamed(ChangedTable at, String from, String to) implements SchemaChange {

    public ColumnRenamed {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
    }
  }

  /** A column that gets another place among those that stay. */
  record ColumnMoved(ChangedTable at, String column) implements SchemaChange {

    public ColumnMoved {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(column, "column");
    }
  }

  /**
   * A column whose values are stored in another way.
   *
   * @param narrowing whether values can be lost
   */
  record ColumnRetyped(
      ChangedTable at, ColumnDefinition before, ColumnDefinition after, Narrowing narrowing)
      implements SchemaChange {

    public ColumnRetyped {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
      Objects.requireNonNull(narrowing, "narrowing");
    }
  }

  /**
   * A column that may be NULL from then on, or may not.
   *
   * @param nullable after the change
   */
  record ColumnNullability(ChangedTable at, String column, boolean nullable)
      implements SchemaChange {

    public ColumnNullability {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(column, "column");
    }
  }

  /**
   * Another DEFAULT, or ON UPDATE. That one literal became another one is seen only where literals
   * are kept.
   */
  record DefaultChanged(ChangedTable at, ColumnDefinition before, ColumnDefinition after)
      implements SchemaChange {

    public DefaultChanged {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
    }
  }

  /** How a column is generated, hands out numbers, or is shown, changes. */
  record ColumnRegenerated(ChangedTable at, ColumnDefinition before, ColumnDefinition after)
      implements SchemaChange {

    public ColumnRegenerated {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
    }
  }

  /** An index that is added; a primary key is a change of its own. */
  record IndexAdded(ChangedTable at, IndexDefinition index) implements SchemaChange {

    public IndexAdded {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(index, "index");
    }
  }

  /** An index that is dropped, or loses a column; then it is added again. */
  record IndexDropped(ChangedTable at, IndexDefinition index) implements SchemaChange {

    public IndexDropped {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(index, "index");
    }
  }

  /** An index that gets another name. */
  record IndexRenamed(ChangedTable at, String from, String to) implements SchemaChange {

    public IndexRenamed {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
    }
  }

  /**
   * An index that the optimizer may use from then on, or may not.
   *
   * @param visible after the change
   */
  record IndexVisibility(ChangedTable at, IndexDefinition index, boolean visible)
      implements SchemaChange {

    public IndexVisibility {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(index, "index");
    }
  }

  /** Another primary key. */
  record PrimaryKeyChanged(
      ChangedTable at, Optional<IndexDefinition> before, Optional<IndexDefinition> after)
      implements SchemaChange {

    public PrimaryKeyChanged {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
    }
  }

  /** A foreign key that is added. */
  record ForeignKeyAdded(ChangedTable at, ForeignKey key) implements SchemaChange {

    public ForeignKeyAdded {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(key, "key");
    }
  }

  /** A foreign key that is dropped. */
  record ForeignKeyDropped(ChangedTable at, ForeignKey key) implements SchemaChange {

    public ForeignKeyDropped {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(key, "key");
    }
  }

  /** A check that is added, or enforced again. */
  record CheckAdded(ChangedTable at, CheckConstraint check) implements SchemaChange {

    public CheckAdded {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(check, "check");
    }
  }

  /** A check that is dropped, or not enforced any longer. */
  record CheckDropped(ChangedTable at, CheckConstraint check) implements SchemaChange {

    public CheckDropped {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(check, "check");
    }
  }

  /** The rows are put in another order: ORDER BY. */
  record RowsOrdered(ChangedTable at) implements SchemaChange {

    public RowsOrdered {
      Objects.requireNonNull(at, "at");
    }
  }

  /** Another engine or row format; with the same ones, the table is built again. */
  record EngineOrFormatChanged(ChangedTable at, TableDefinition before, TableDefinition after)
      implements SchemaChange {

    public EngineOrFormatChanged {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
    }

    /** Whether the engine is another one, by its name in any letter case. */
    public boolean otherEngine() {
      return !before.engine().orElse("").equalsIgnoreCase(after.engine().orElse(""));
    }
  }

  /**
   * CONVERT TO: every text of a table gets another character set.
   *
   * @param before the collation of the table
   * @param after likewise
   */
  record CharsetConverted(ChangedTable at, Optional<String> before, Optional<String> after)
      implements SchemaChange {

    public CharsetConverted {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
    }
  }

  /**
   * Another character set for columns to come.
   *
   * @param before the collation of the table
   * @param after likewise
   */
  record DefaultCharsetChanged(ChangedTable at, Optional<String> before, Optional<String> after)
      implements SchemaChange {

    public DefaultCharsetChanged {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
    }
  }

  /**
   * Other partitions, or work on them.
   *
   * @param operation in capitals, such as {@code DROP PARTITION}
   */
  record PartitioningChanged(
      ChangedTable at,
      String operation,
      Optional<Partitioning> before,
      Optional<Partitioning> after)
      implements SchemaChange {

    public PartitioningChanged {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(operation, "operation");
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
    }
  }

  /** MariaDB: the table keeps the earlier versions of its rows from then on, or does not. */
  record VersioningChanged(ChangedTable at, boolean versioned) implements SchemaChange {

    public VersioningChanged {
      Objects.requireNonNull(at, "at");
    }
  }

  /**
   * Options of a table, such as its comment or its next number.
   *
   * @param storage how pages are stored; empty for what concerns no stored row
   */
  record OptionsChanged(ChangedTable at, Optional<StorageOption> storage) implements SchemaChange {

    public OptionsChanged {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(storage, "storage");
    }
  }

  /** A view that is made, defined anew or dropped. */
  record ViewChanged(ChangedTable at, Fate fate) implements SchemaChange {

    public ViewChanged {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(fate, "fate");
    }
  }

  /** A trigger that is made. */
  record TriggerAdded(ChangedTable at, TriggerDefinition trigger) implements SchemaChange {

    public TriggerAdded {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(trigger, "trigger");
    }
  }

  /** A trigger that is dropped. */
  record TriggerDropped(ChangedTable at, TriggerDefinition trigger) implements SchemaChange {

    public TriggerDropped {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(trigger, "trigger");
    }
  }

  /** A routine or event that is made, defined anew or dropped. */
  record ProgramChanged(ChangedTable at, ObjectKind kind, Fate fate) implements SchemaChange {

    public ProgramChanged {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(fate, "fate");
    }
  }

  /** A schema that is made, changed or dropped; its name stands for the table's. */
  record SchemaDefined(ChangedTable at, Fate fate) implements SchemaChange {

    public SchemaDefined {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(fate, "fate");
    }
  }

  /**
   * Rows are written by a statement of the migration.
   *
   * @param verb in capitals, such as {@code UPDATE}
   * @param text with or without literals, as it was read
   */
  record DataChanged(ChangedTable at, String verb, String text) implements SchemaChange {

    public DataChanged {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(verb, "verb");
      Objects.requireNonNull(text, "text");
    }
  }
}
