package dev.watershed.sql.definition;

import dev.watershed.sql.definition.TableElement.Check;
import dev.watershed.sql.definition.TableElement.Column;
import dev.watershed.sql.definition.TableElement.Index;
import dev.watershed.sql.definition.TableElement.IndexType;
import dev.watershed.sql.definition.TableElement.Part;
import dev.watershed.sql.definition.TableElement.Reference;
import dev.watershed.sql.definition.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads a column, and the indexes and constraints that it has on its own. */
final class ColumnReader {

  private final TokenCursor cursor;
  private final String name;
  private DataType type;
  private Optional<Boolean> nullable = Optional.empty();
  private Optional<String> collation = Optional.empty();
  private Optional<String> defaultValue = Optional.empty();
  private Optional<String> generated = Optional.empty();
  private Optional<String> constraint = Optional.empty();
  private boolean updatedToNow;
  private boolean autoIncrement;
  private boolean stored;
  private boolean visible = true;
  private boolean commented;
  private final List<TableElement> others = new ArrayList<>();

  private ColumnReader(TokenCursor cursor, String name, DataType type) {
    this.cursor = cursor;
    this.name = name;
    this.type = type;
  }

  /** The column, then what it brings. */
  static List<TableElement> read(TokenCursor cursor) throws UnreadableDefinitionException {
    String name = cursor.name("a column");
    ColumnReader reader = new ColumnReader(cursor, name, TypeReader.read(cursor));
    if (reader.type.serial()) {
      reader.autoIncrement = true;
      reader.nullable = Optional.of(false);
      reader.index(false);
    }
    while (!cursor.atEnd() && !cursor.isAt(',') && !cursor.isAt(')') && !reader.atPosition()) {
      reader.attribute();
    }
    List<TableElement> elements = new ArrayList<>();
    elements.add(
        new Column(
            name,
            reader.type,
            reader.nullable,
            reader.collation,
            reader.defaultValue,
            reader.updatedToNow,
            reader.autoIncrement,
            reader.generated,
            reader.stored,
            reader.visible,
            reader.commented));
    elements.addAll(reader.others);
    return elements;
  }

  /** These stand behind a column in ALTER TABLE. */
  private boolean atPosition() {
    return cursor.isAt("FIRST")
        || cursor.isAt("AFTER")
        || cursor.isAt("PARTITION", "BY")
        || cursor.isAt("REMOVE", "PARTITIONING");
  }

  private void attribute() throws UnreadableDefinitionException {
    switch (cursor.peek(0).keyword()) {
      case "NOT" -> not();
      case "NULL" -> {
        cursor.take();
        nullable = Optional.of(true);
      }
      case "DEFAULT" -> {
        cursor.take();
        defaultValue = defaultValue(cursor);
      }
      case "ON" -> {
        cursor.take();
        cursor.require("UPDATE");
        cursor.take();
        cursor.skipParentheses();
        updatedToNow = true;
      }
      case "AUTO_INCREMENT" -> {
        cursor.take();
        autoIncrement = true;
      }
      case "UNIQUE" -> {
        cursor.take();
        cursor.takeIf("KEY");
        index(false);
      }
      case "PRIMARY", "KEY" -> {
        cursor.takeIf("PRIMARY");
        cursor.takeIf("KEY");
        index(true);
      }
      case "COLLATE" -> {
        cursor.take();
        collation = Optional.of(cursor.wordOrString("a collation"));
      }
      case "CHARACTER", "CHARSET" -> charset();
      case "GENERATED", "AS" -> generated();
      case "CONSTRAINT" -> {
        cursor.take();
        boolean named = !cursor.isAt("CHECK") && !cursor.isAt("REFERENCES");
        constraint = named ? Optional.of(cursor.name("a constraint")) : Optional.empty();
      }
      case "CHECK" -> check();
      case "REFERENCES" -> {
        others.add(reference());
        constraint = Optional.empty();
      }
      default -> otherAttribute();
    }
  }

  private void otherAttribute() throws UnreadableDefinitionException {
    switch (cursor.peek(0).keyword()) {
      case "COMMENT" -> {
        cursor.take();
        commented = !cursor.wordOrString("a comment").isEmpty();
      }
      case "VISIBLE" -> cursor.take();
      case "INVISIBLE" -> {
        cursor.take();
        visible = false;
      }
      case "STORED", "PERSISTENT" -> {
        cursor.take();
        stored = true;
      }
      case "VIRTUAL", "COMPRESSED" -> {
        cursor.take();
        if (cursor.takeIf('=')) {
          cursor.take();
        }
      }
      case "COLUMN_FORMAT", "STORAGE" -> {
        cursor.take();
        cursor.take();
      }
      case "SRID", "REF_SYSTEM_ID", "ENGINE_ATTRIBUTE", "SECONDARY_ENGINE_ATTRIBUTE" -> {
        cursor.take();
        cursor.takeIf('=');
        cursor.take();
      }
      case "WITH", "WITHOUT" -> {
        cursor.take();
        cursor.require("SYSTEM");
        cursor.require("VERSIONING");
      }
      default -> throw cursor.unexpected("an attribute of column '" + name + "'");
    }
  }

  private void not() throws UnreadableDefinitionException {
    cursor.take();
    if (!cursor.takeIf("SECONDARY")) {
      cursor.require("NULL");
      nullable = Optional.of(false);
    }
  }

  /** The character set may stand behind other attributes, too. */
  private void charset() throws UnreadableDefinitionException {
    if (!cursor.takeIf("CHARSET")) {
      cursor.take();
      cursor.require("SET");
    }
    Optional<String> charset =
        Optional.of(cursor.wordOrString("a character set").toLowerCase(Locale.ROOT));
    type =
        new DataType(type.text(), type.textual(), charset, type.binaryCollation(), type.serial());
  }

  /** What is behind DEFAULT; empty for NULL. */
  static Optional<String> defaultValue(TokenCursor cursor) throws UnreadableDefinitionException {
    if (cursor.takeIf("NULL")) {
      return Optional.empty();
    }
    int from = cursor.position();
    if (cursor.isAt('(')) {
      cursor.skipParentheses();
    } else {
      literalOrCall(cursor);
    }
    return Optional.of(cursor.since(from));
  }

  /** A literal with its sign or character set, a word, or a function with its arguments. */
  private static void literalOrCall(TokenCursor cursor) throws UnreadableDefinitionException {
    while (cursor.isAt('-') || cursor.isAt('+')) {
      cursor.take();
    }
    if (cursor.atEnd() || cursor.peek(0).kind() == Kind.SYMBOL) {
      throw cursor.unexpected("a default");
    }
    Token first = cursor.take();
    Kind next = cursor.peek(0).kind();
    boolean introducer =
        first.kind() == Kind.WORD
            && first.text().startsWith("_")
            && (next == Kind.STRING || next == Kind.NUMBER);
    if (introducer) {
      cursor.take();
    }
    while (first.kind() == Kind.STRING && cursor.peek(0).kind() == Kind.STRING) {
      cursor.take();
    }
    while (cursor.takeIf('.')) {
      cursor.take();
    }
    cursor.skipParentheses();
  }

  private void generated() throws UnreadableDefinitionException {
    if (cursor.takeIf("GENERATED")) {
      cursor.takeIf("ALWAYS");
    }
    cursor.require("AS");
    if (cursor.takeIf("ROW")) {
      // MariaDB: when a version of the row begins or ends.
      cursor.take();
      generated = Optional.of("ROW");
      stored = true;
    } else {
      generated = Optional.of(cursor.parentheses("an expression"));
    }
  }

  private void check() throws UnreadableDefinitionException {
    cursor.take();
    String expression = cursor.parentheses("an expression");
    boolean enforced = !cursor.takeIf("NOT", "ENFORCED");
    cursor.takeIf("ENFORCED");
    others.add(new Check(constraint, expression, enforced, true));
    constraint = Optional.empty();
  }

  private void index(boolean primary) {
    others.add(
        new Index(
            Optional.empty(),
            constraint,
            primary,
            true,
            IndexType.DEFAULT,
            true,
            false,
            List.of(new Part(Optional.of(name), Optional.empty(), OptionalInt.empty(), false))));
    constraint = Optional.empty();
  }

  private Reference reference() throws UnreadableDefinitionException {
    return ReferenceReader.read(cursor, constraint, Optional.empty(), List.of(name), true);
  }
}
