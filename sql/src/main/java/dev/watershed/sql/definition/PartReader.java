package dev.watershed.sql.definition;

import dev.watershed.sql.definition.AlterAction.DropPart;
import dev.watershed.sql.definition.AlterAction.Named;
import dev.watershed.sql.definition.AlterAction.SetDefault;
import dev.watershed.sql.definition.AlterAction.SetVisible;
import java.util.Optional;

/** Reads DROP and ALTER of a part of a table. */
final class PartReader {

  private static final String PRIMARY = "PRIMARY";

  private final TokenCursor cursor;

  PartReader(TokenCursor cursor) {
    this.cursor = cursor;
  }

  /** Behind DROP. */
  AlterAction drop() throws UnreadableDefinitionException {
    if (cursor.isAt("PRIMARY", "KEY")) {
      cursor.take();
      cursor.take();
      return new DropPart(Named.INDEX, PRIMARY, false);
    }
    if (cursor.takeIf("FOREIGN", "KEY")) {
      return dropped(Named.FOREIGN_KEY, "a foreign key");
    }
    if (cursor.takeIf("INDEX") || cursor.takeIf("KEY")) {
      return dropped(Named.INDEX, "an index");
    }
    if (cursor.takeIf("CONSTRAINT")) {
      return dropped(Named.CONSTRAINT, "a constraint");
    }
    if (cursor.isAt("CHECK") && cursor.peek(1).isName()) {
      cursor.take();
      return dropped(Named.CHECK, "a check");
    }
    cursor.takeIf("COLUMN");
    DropPart column = dropped(Named.COLUMN, "a column");
    if (!cursor.takeIf("RESTRICT")) {
      cursor.takeIf("CASCADE");
    }
    return column;
  }

  private DropPart dropped(Named kind, String what) throws UnreadableDefinitionException {
    boolean ifExists = cursor.takeIf("IF", "EXISTS");
    return new DropPart(kind, cursor.name(what), ifExists);
  }

  /** At ALTER. */
  AlterAction alter() throws UnreadableDefinitionException {
    cursor.take();
    if (cursor.takeIf("INDEX") || cursor.takeIf("KEY")) {
      boolean ifExists = cursor.takeIf("IF", "EXISTS");
      String name = cursor.name("an index");
      return new SetVisible(Named.INDEX, name, visible(), ifExists);
    }
    boolean check = cursor.isAt("CHECK");
    if ((check || cursor.isAt("CONSTRAINT")) && cursor.peek(1).isName()) {
      cursor.take();
      String name = cursor.name("a constraint");
      boolean enforced = !cursor.takeIf("NOT");
      cursor.require("ENFORCED");
      return new SetVisible(check ? Named.CHECK : Named.CONSTRAINT, name, enforced, false);
    }
    cursor.takeIf("COLUMN");
    boolean ifExists = cursor.takeIf("IF", "EXISTS");
    String name = cursor.name("a column");
    if (cursor.takeIf("DROP")) {
      cursor.require("DEFAULT");
      return new SetDefault(name, Optional.empty(), true, ifExists);
    }
    cursor.require("SET");
    if (cursor.takeIf("DEFAULT")) {
      return new SetDefault(name, ColumnReader.defaultValue(cursor), false, ifExists);
    }
    return new SetVisible(Named.COLUMN, name, visible(), ifExists);
  }

  private boolean visible() throws UnreadableDefinitionException {
    if (cursor.takeIf("VISIBLE") || cursor.takeIf("NOT", "IGNORED")) {
      return true;
    }
    if (cursor.takeIf("INVISIBLE") || cursor.takeIf("IGNORED")) {
      return false;
    }
    throw cursor.unexpected("VISIBLE, INVISIBLE or IGNORED");
  }
}
