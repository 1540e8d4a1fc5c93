package dev.watershed.sql.definition;

import dev.watershed.sql.definition.TableElement.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code REFERENCES table (columns) ON DELETE … ON UPDATE …}. */
final class ReferenceReader {

  private ReferenceReader() {}

  static Reference read(
      TokenCursor cursor,
      Optional<String> name,
      Optional<String> index,
      List<String> columns,
      boolean ofColumn)
      throws UnreadableDefinitionException {
    cursor.require("REFERENCES");
    QualifiedName table = cursor.qualifiedName("a table");
    List<String> referenced = cursor.isAt('(') ? columns(cursor) : List.of();
    Optional<String> onUpdate = Optional.empty();
    Optional<String> onDelete = Optional.empty();
    while (true) {
      if (cursor.takeIf("MATCH")) {
        cursor.take();
      } else if (cursor.takeIf("ON", "UPDATE")) {
        onUpdate = Optional.of(action(cursor));
      } else if (cursor.takeIf("ON", "DELETE")) {
        onDelete = Optional.of(action(cursor));
      } else {
        return new Reference(name, index, columns, table, referenced, onUpdate, onDelete, ofColumn);
      }
    }
  }

  /** {@code (a, b)}. */
  static List<String> columns(TokenCursor cursor) throws UnreadableDefinitionException {
    List<String> columns = new ArrayList<>();
    cursor.require('(');
    do {
      columns.add(cursor.name("a column"));
      // A prefix or an order has no meaning here, and is accepted.
      cursor.skipParentheses();
      if (!cursor.takeIf("ASC")) {
        cursor.takeIf("DESC");
      }
    } while (cursor.takeIf(','));
    cursor.require(')');
    return columns;
  }

  private static String action(TokenCursor cursor) throws UnreadableDefinitionException {
    for (String action : List.of("RESTRICT", "CASCADE")) {
      if (cursor.takeIf(action)) {
        return action;
      }
    }
    if (cursor.takeIf("SET", "NULL")) {
      return "SET NULL";
    }
    if (cursor.takeIf("SET", "DEFAULT")) {
      return "SET DEFAULT";
    }
    if (cursor.takeIf("NO", "ACTION")) {
      return "NO ACTION";
    }
    throw cursor.unexpected("RESTRICT, CASCADE, SET NULL, SET DEFAULT or NO ACTION");
  }
}
