package dev.watershed.sql.facts;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What a statement writes to one table.
 *
 * @param columns that are set; empty for a DELETE, and for an INSERT that names none: all columns
 * @param rowsFrom the block that says which rows, or brings them; empty for INSERT … VALUES
 */
public record TableWrite(
    TableRef table, WriteKind kind, List<String> columns, OptionalInt rowsFrom) {

  /** How rows are written. */
  public enum WriteKind {
    INSERT,
    /** INSERT … ON DUPLICATE KEY UPDATE; {@code columns} are those that the update sets. */
    UPSERT,
    REPLACE,
    UPDATE,
    DELETE,
    /** TRUNCATE, LOAD DATA. */
    WHOLE
  }

  public TableWrite {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(kind, "kind");
    columns = List.copyOf(columns);
    Objects.requireNonNull(rowsFrom, "rowsFrom");
  }
}
