package dev.watershed.sql.definition;

import java.util.List;
import java.util.Objects;

/**
 * ALTER TABLE or CREATE INDEX, as far as dumps use them.
 *
 * @param added columns, indexes and constraints, in order
 * @param modified columns that have a new definition under their name
 * @param options what else is said about the table
 */
public record AlterTable(
    QualifiedName name,
    List<TableElement> added,
    List<TableElement.Column> modified,
    TableOptions options)
    implements Definition {

  public AlterTable {
    Objects.requireNonNull(name, "name");
    added = List.copyOf(added);
    modified = List.copyOf(modified);
    Objects.requireNonNull(options, "options");
  }
}
