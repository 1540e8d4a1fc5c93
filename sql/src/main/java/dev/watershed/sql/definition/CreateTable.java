package dev.watershed.sql.definition;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * CREATE TABLE or CREATE SEQUENCE.
 *
 * @param existing what happens to a table of that name
 * @param fromQuery whether rows, and columns beside the elements, come from a query
 * @param like the table whose definition it copies
 * @param elements columns, indexes and constraints in the order of the text
 * @param options what stands behind the elements
 */
public record CreateTable(
    QualifiedName name,
    Existing existing,
    boolean sequence,
    boolean fromQuery,
    Optional<QualifiedName> like,
    List<TableElement> elements,
    TableOptions options)
    implements Definition {

  public CreateTable {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(existing, "existing");
    Objects.requireNonNull(like, "like");
    elements = List.copyOf(elements);
    Objects.requireNonNull(options, "options");
  }
}
