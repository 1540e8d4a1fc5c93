package dev.watershed.sql.definition;

import dev.watershed.sql.definition.TableElement.Column;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One clause of ALTER TABLE, or what CREATE INDEX and DROP INDEX do. */
public sealed interface AlterAction
    permits AlterAction.Element, PartitionAction, AlterAction.Whole {

  /** Concerns columns, indexes or constraints. */
  sealed interface Element extends AlterAction {}

  /** Concerns the table as a whole. */
  sealed interface Whole extends AlterAction {}

  /**
   * ADD of columns, indexes and constraints; CREATE INDEX.
   *
   * @param elements a column first, then what it brings
   * @param position of the column
   * @param unlessExists IF NOT EXISTS
   */
  record Add(List<TableElement> elements, ColumnPosition position, boolean unlessExists)
      implements Element {

    public Add {
      elements = List.copyOf(elements);
      Objects.requireNonNull(position, "position");
    }
  }

  /**
   * CHANGE and MODIFY: a column gets a new definition.
   *
   * @param from its name before
   * @param column with the name after
   * @param others indexes and constraints that the definition brings
   */
  record ChangeColumn(
      String from,
      Column column,
      List<TableElement> others,
      ColumnPosition position,
      boolean ifExists)
      implements Element {

    public ChangeColumn {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(column, "column");
      others = List.copyOf(others);
      Objects.requireNonNull(position, "position");
    }
  }

  /** RENAME of a column or an index. */
  record Rename(Named kind, String from, String to, boolean ifExists) implements Element {

    public Rename {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
    }
  }

  /** DROP of one part; the primary key is the index {@code PRIMARY}. */
  record DropPart(Named kind, String name, boolean ifExists) implements Element {

    public DropPart {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(name, "name");
    }
  }

  /** What parts of a table are called by. */
  enum Named {
    COLUMN,
    INDEX,
    FOREIGN_KEY,
    CHECK,
    /** A constraint of whichever kind has the name. */
    CONSTRAINT
  }

  /**
   * ALTER COLUMN … SET DEFAULT and DROP DEFAULT.
   *
   * @param value empty for NULL, and where there is to be none
   * @param dropped whether there is to be none
   */
  record SetDefault(String column, Optional<String> value, boolean dropped, boolean ifExists)
      implements Element {

    public SetDefault {
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(value, "value");
    }
  }

  /** ALTER COLUMN or INDEX … VISIBLE, INVISIBLE, [NOT] IGNORED; ALTER CHECK … [NOT] ENFORCED. */
  record SetVisible(Named kind, String name, boolean visible, boolean ifExists) implements Element {

    public SetVisible {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(name, "name");
    }
  }

  /** RENAME TO. */
  record RenameTable(QualifiedName to) implements Whole {

    public RenameTable {
      Objects.requireNonNull(to, "to");
    }
  }

  /**
   * CONVERT TO CHARACTER SET.
   *
   * @param charset empty for DEFAULT
   */
  record ConvertCharset(Optional<String> charset, Optional<String> collation) implements Whole {

    public ConvertCharset {
      Objects.requireNonNull(charset, "charset");
      Objects.requireNonNull(collation, "collation");
    }
  }

  /**
   * An option of the table, or PARTITION BY.
   *
   * @param storage what it says of how pages are stored
   */
  record SetOptions(TableOptions options, Optional<StorageOption> storage) implements Whole {

    public SetOptions {
      Objects.requireNonNull(options, "options");
      Objects.requireNonNull(storage, "storage");
    }
  }

  /** ADD and DROP SYSTEM VERSIONING. */
  record Versioning(boolean added) implements Whole {}

  /** ORDER BY, which a table with a clustered index ignores. */
  record OrderRows(List<String> columns) implements Whole {

    public OrderRows {
      columns = List.copyOf(columns);
    }
  }

  /** FORCE: the table is built again. */
  record Rebuild() implements Whole {}

  /** DISCARD or IMPORT TABLESPACE, of the table or of partitions of it. */
  record Tablespace(boolean discarded) implements Whole {}
}
