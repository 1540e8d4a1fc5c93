package dev.watershed.sql.definition;

import dev.watershed.sql.definition.TableElement.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads ALTER behind that word, as far as dumps use it: what is added to a table, columns that get
 * a new definition, options, and the character set of a schema.
 */
final class AlterReader {

  private final TokenCursor cursor;
  private final List<TableElement> added = new ArrayList<>();
  private final List<Column> modified = new ArrayList<>();
  private final TableOptionReader options;

  AlterReader(TokenCursor cursor) {
    this.cursor = cursor;
    this.options = new TableOptionReader(cursor);
  }

  /** The definition; empty for what is no part of a catalog. */
  Optional<Definition> read() throws UnreadableDefinitionException {
    cursor.takeIf("ONLINE");
    cursor.takeIf("IGNORE");
    Token object = cursor.take();
    return switch (object.keyword()) {
      case "TABLE" -> Optional.of(table());
      case "DATABASE", "SCHEMA" ->
          Optional.of(CreateReader.schema(cursor, cursor.name("a schema")));
      case "USER", "ROLE", "SERVER", "INSTANCE", "TABLESPACE", "UNDO", "LOGFILE" ->
          Optional.empty();
      default ->
          throw new UnreadableDefinitionException(
              object.from(),
              "ALTER of " + object.described() + " is not known here; it was left out");
    };
  }

  private AlterTable table() throws UnreadableDefinitionException {
    cursor.takeIf("IF", "EXISTS");
    QualifiedName name = cursor.qualifiedName("a table");
    while (!cursor.atEnd()) {
      action();
      if (!cursor.atEnd()) {
        cursor.takeIf(',');
      }
    }
    return new AlterTable(name, added, modified, options.options());
  }

  private void action() throws UnreadableDefinitionException {
    switch (cursor.peek(0).keyword()) {
      case "ADD" -> {
        cursor.take();
        cursor.takeIf("COLUMN");
        cursor.takeIf("IF", "NOT", "EXISTS");
        if (cursor.takeIf('(')) {
          do {
            added.addAll(ElementReader.read(cursor));
          } while (cursor.takeIf(','));
          cursor.require(')');
        } else {
          added.addAll(ElementReader.read(cursor));
          position();
        }
      }
      case "MODIFY" -> {
        cursor.take();
        cursor.takeIf("COLUMN");
        cursor.takeIf("IF", "EXISTS");
        for (TableElement element : ColumnReader.read(cursor)) {
          if (element instanceof Column column) {
            modified.add(column);
          } else {
            added.add(element);
          }
        }
        position();
      }
      case "ENABLE", "DISABLE" -> {
        cursor.take();
        cursor.require("KEYS");
      }
      case "ALGORITHM", "LOCK" -> {
        cursor.take();
        cursor.takeIf('=');
        cursor.take();
      }
      case "DROP", "CHANGE", "RENAME", "CONVERT", "ALTER", "ORDER", "EXCHANGE", "PARTITION" ->
          throw cursor.unexpected("ADD, MODIFY or an option");
      default -> options.option();
    }
  }

  private void position() throws UnreadableDefinitionException {
    if (cursor.takeIf("AFTER")) {
      cursor.name("a column");
    } else {
      cursor.takeIf("FIRST");
    }
  }
}
