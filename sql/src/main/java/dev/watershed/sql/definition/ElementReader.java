package dev.watershed.sql.definition;

import dev.watershed.sql.definition.TableElement.Check;
import dev.watershed.sql.definition.TableElement.IndexType;
import java.util.List;
import java.util.Optional;

/** Reads a column, index or constraint, in CREATE TABLE or behind ADD. */
final class ElementReader {

  private ElementReader() {}

  /** The elements: a column may bring some of its own, a period brings none. */
  static List<TableElement> read(TokenCursor cursor) throws UnreadableDefinitionException {
    return switch (cursor.peek(0).keyword()) {
      case "CONSTRAINT", "PRIMARY", "UNIQUE", "FOREIGN", "CHECK" -> List.of(constraint(cursor));
      case "KEY", "INDEX" -> {
        cursor.take();
        yield List.of(IndexReader.read(cursor, Optional.empty(), false, false, IndexType.DEFAULT));
      }
      case "FULLTEXT", "SPATIAL", "VECTOR" -> special(cursor);
      case "PERIOD" -> {
        if (cursor.isAt("PERIOD", "FOR")) {
          cursor.take();
          cursor.take();
          cursor.name("a period");
          cursor.skipParentheses();
          yield List.of();
        }
        yield ColumnReader.read(cursor);
      }
      default -> ColumnReader.read(cursor);
    };
  }

  private static List<TableElement> special(TokenCursor cursor)
      throws UnreadableDefinitionException {
    boolean vector = cursor.isAt("VECTOR");
    boolean index = cursor.peek(1).is("KEY") || cursor.peek(1).is("INDEX");
    if (vector && !index) {
      return ColumnReader.read(cursor);
    }
    IndexType type = IndexType.valueOf(cursor.take().keyword());
    if (!cursor.takeIf("KEY")) {
      cursor.takeIf("INDEX");
    }
    return List.of(IndexReader.read(cursor, Optional.empty(), false, false, type));
  }

  private static TableElement constraint(TokenCursor cursor) throws UnreadableDefinitionException {
    Optional<String> name = Optional.empty();
    if (cursor.takeIf("CONSTRAINT")) {
      cursor.takeIf("IF", "NOT", "EXISTS");
      boolean named =
          !List.of("PRIMARY", "UNIQUE", "FOREIGN", "CHECK").contains(cursor.peek(0).keyword());
      name = named ? Optional.of(cursor.name("a constraint")) : Optional.empty();
    }
    if (cursor.takeIf("PRIMARY")) {
      cursor.require("KEY");
      return IndexReader.read(cursor, name, true, true, IndexType.DEFAULT);
    }
    if (cursor.takeIf("UNIQUE")) {
      if (!cursor.takeIf("KEY")) {
        cursor.takeIf("INDEX");
      }
      return IndexReader.read(cursor, name, false, true, IndexType.DEFAULT);
    }
    if (cursor.takeIf("FOREIGN")) {
      cursor.require("KEY");
      cursor.takeIf("IF", "NOT", "EXISTS");
      Optional<String> index =
          cursor.isAt('(') ? Optional.empty() : Optional.of(cursor.name("an index"));
      return ReferenceReader.read(cursor, name, index, ReferenceReader.columns(cursor), false);
    }
    cursor.require("CHECK");
    String expression = cursor.parentheses("an expression");
    boolean enforced = !cursor.takeIf("NOT", "ENFORCED");
    cursor.takeIf("ENFORCED");
    return new Check(name, expression, enforced, false);
  }
}
