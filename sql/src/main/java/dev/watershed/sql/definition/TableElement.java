package dev.watershed.sql.definition;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** A part of a table's definition. */
public sealed interface TableElement {

  /**
   * A column.
   *
   * @param type what its values are
   * @param nullable empty if neither NULL nor NOT NULL is written
   * @param collation as written behind COLLATE
   * @param defaultValue what is behind DEFAULT; empty for NULL
   * @param generated what it is computed from
   */
  record Column(
      String name,
      DataType type,
      Optional<Boolean> nullable,
      Optional<String> collation,
      Optional<String> defaultValue,
      boolean updatedToNow,
      boolean autoIncrement,
      Optional<String> generated,
      boolean stored,
      boolean visible,
      boolean commented)
      implements TableElement {

    public Column {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(nullable, "nullable");
      Objects.requireNonNull(collation, "collation");
      Objects.requireNonNull(defaultValue, "defaultValue");
      Objects.requireNonNull(generated, "generated");
    }
  }

  /** How an index is to be built. */
  enum IndexType {
    /** As the engine likes best. */
    DEFAULT,
    BTREE,
    HASH,
    FULLTEXT,
    SPATIAL,
    VECTOR
  }

  /**
   * An index.
   *
   * @param name empty if none is written and for a primary key
   * @param constraint the name behind CONSTRAINT
   */
  record Index(
      Optional<String> name,
      Optional<String> constraint,
      boolean primary,
      boolean unique,
      IndexType type,
      boolean visible,
      boolean commented,
      List<Part> parts)
      implements TableElement {

    public Index {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(constraint, "constraint");
      Objects.requireNonNull(type, "type");
      parts = List.copyOf(parts);
    }
  }

  /**
   * A part of an index.
   *
   * @param column empty if it is an expression
   */
  record Part(
      Optional<String> column,
      Optional<String> expression,
      OptionalInt prefixLength,
      boolean descending) {

    public Part {
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(expression, "expression");
      Objects.requireNonNull(prefixLength, "prefixLength");
    }
  }

  /**
   * A foreign key.
   *
   * @param name behind CONSTRAINT
   * @param index behind FOREIGN KEY: what an index for it is called
   * @param referenced its columns are empty if none is written
   * @param onUpdate in capitals; empty if not written
   * @param ofColumn whether it stands in the definition of a column
   */
  record Reference(
      Optional<String> name,
      Optional<String> index,
      List<String> columns,
      QualifiedName referenced,
      List<String> referencedColumns,
      Optional<String> onUpdate,
      Optional<String> onDelete,
      boolean ofColumn)
      implements TableElement {

    public Reference {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(index, "index");
      columns = List.copyOf(columns);
      Objects.requireNonNull(referenced, "referenced");
      referencedColumns = List.copyOf(referencedColumns);
      Objects.requireNonNull(onUpdate, "onUpdate");
      Objects.requireNonNull(onDelete, "onDelete");
    }
  }

  /**
   * CHECK.
   *
   * @param ofColumn whether it stands in the definition of a column
   */
  record Check(Optional<String> name, String expression, boolean enforced, boolean ofColumn)
      implements TableElement {

    public Check {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(expression, "expression");
    }
  }
}
