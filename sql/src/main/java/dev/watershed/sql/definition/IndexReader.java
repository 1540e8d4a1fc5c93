package dev.watershed.sql.definition;

import dev.watershed.sql.definition.AlterAction.Add;
import dev.watershed.sql.definition.AlterAction.DropPart;
import dev.watershed.sql.definition.AlterAction.Named;
import dev.watershed.sql.definition.TableElement.Index;
import dev.watershed.sql.definition.TableElement.IndexType;
import dev.watershed.sql.definition.TableElement.Part;
import dev.watershed.sql.definition.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads an index behind its words: {@code [name] [USING type] (parts) options}. */
final class IndexReader {

  private final TokenCursor cursor;
  private IndexType type;
  private boolean visible = true;
  private boolean commented;

  private IndexReader(TokenCursor cursor, IndexType type) {
    this.cursor = cursor;
    this.type = type;
  }

  static Index read(
      TokenCursor cursor,
      Optional<String> constraint,
      boolean primary,
      boolean unique,
      IndexType type)
      throws UnreadableDefinitionException {
    IndexReader reader = new IndexReader(cursor, type);
    cursor.takeIf("IF", "NOT", "EXISTS");
    boolean named =
        cursor.peek(0).kind() == Kind.NAME
            || (cursor.peek(0).isName() && !cursor.isAt("USING") && !cursor.isAt("TYPE"))
            || (cursor.peek(0).isName() && cursor.peek(1).isSymbol('('));
    Optional<String> name = named ? Optional.of(cursor.name("an index")) : Optional.empty();
    reader.method();
    List<Part> parts = reader.parts();
    reader.options();
    return new Index(
        name, constraint, primary, unique, reader.type, reader.visible, reader.commented, parts);
  }

  /** CREATE INDEX, behind CREATE and the words of its kind. */
  static AlterTable readCreate(TokenCursor cursor, boolean unique, IndexType type, boolean replace)
      throws UnreadableDefinitionException {
    IndexReader reader = new IndexReader(cursor, type);
    ScriptPlace place = cursor.place();
    boolean unlessExists = cursor.takeIf("IF", "NOT", "EXISTS");
    String name = cursor.name("an index");
    reader.method();
    cursor.require("ON");
    QualifiedName table = cursor.qualifiedName("a table");
    List<Part> parts = reader.parts();
    AlterClauses clauses = new AlterClauses(cursor);
    clauses.takeWait();
    reader.options();
    clauses.takeAll();
    Index index =
        new Index(
            Optional.of(name),
            Optional.empty(),
            false,
            unique,
            reader.type,
            reader.visible,
            reader.commented,
            parts);
    Add add = new Add(List.of(index), ColumnPosition.UNSAID, unlessExists);
    return new AlterTable(
        table,
        false,
        replace
            ? List.of(
                new LocatedAction(new DropPart(Named.INDEX, name, true), place),
                new LocatedAction(add, place))
            : List.of(new LocatedAction(add, place)),
        clauses.algorithm(),
        clauses.lock());
  }

  private void method() throws UnreadableDefinitionException {
    while (cursor.isAt("USING") || cursor.isAt("TYPE")) {
      cursor.take();
      type =
          switch (cursor.peek(0).keyword()) {
            case "BTREE" -> IndexType.BTREE;
            case "HASH" -> IndexType.HASH;
            case "RTREE" -> type;
            default -> throw cursor.unexpected("BTREE or HASH");
          };
      cursor.take();
    }
  }

  private List<Part> parts() throws UnreadableDefinitionException {
    List<Part> parts = new ArrayList<>();
    cursor.require('(');
    do {
      if (cursor.isAt('(')) {
        String expression = cursor.parentheses("an expression");
        parts.add(
            new Part(Optional.empty(), Optional.of(expression), OptionalInt.empty(), descending()));
      } else {
        String column = cursor.name("a column");
        OptionalInt prefix = OptionalInt.empty();
        if (cursor.takeIf('(')) {
          prefix = OptionalInt.of(cursor.number("a length"));
          cursor.require(')');
        }
        cursor.takeIf("WITHOUT", "OVERLAPS");
        parts.add(new Part(Optional.of(column), Optional.empty(), prefix, descending()));
      }
    } while (cursor.takeIf(','));
    cursor.require(')');
    return parts;
  }

  private boolean descending() {
    return !cursor.takeIf("ASC") && cursor.takeIf("DESC");
  }

  private void options() throws UnreadableDefinitionException {
    while (cursor.peek(0).kind() == Kind.WORD) {
      switch (cursor.peek(0).keyword()) {
        case "USING", "TYPE" -> method();
        case "VISIBLE", "GLOBAL", "LOCAL" -> cursor.take();
        case "INVISIBLE", "IGNORED" -> {
          cursor.take();
          visible = false;
        }
        case "NOT" -> {
          cursor.take();
          cursor.require("IGNORED");
        }
        case "COMMENT" -> {
          cursor.take();
          commented = !cursor.wordOrString("a comment").isEmpty();
        }
        case "WITH" -> {
          cursor.take();
          cursor.require("PARSER");
          cursor.name("a parser");
        }
        case "KEY_BLOCK_SIZE",
            "ENGINE_ATTRIBUTE",
            "SECONDARY_ENGINE_ATTRIBUTE",
            "CLUSTERING",
            "M",
            "DISTANCE" -> {
          cursor.take();
          cursor.takeIf('=');
          cursor.take();
        }
        default -> {
          return;
        }
      }
    }
  }
}
