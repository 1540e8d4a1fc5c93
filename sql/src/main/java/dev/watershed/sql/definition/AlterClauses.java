package dev.watershed.sql.definition;

import java.util.Locale;
import java.util.Optional;

/** Reads how a table is to be altered: ALGORITHM, LOCK, and how long to wait for it. */
final class AlterClauses {

  private final TokenCursor cursor;
  private Optional<String> algorithm = Optional.empty();
  private Optional<String> lock = Optional.empty();

  AlterClauses(TokenCursor cursor) {
    this.cursor = cursor;
  }

  Optional<String> algorithm() {
    return algorithm;
  }

  Optional<String> lock() {
    return lock;
  }

  /** Takes one if it comes next. */
  boolean takeOne() throws UnreadableDefinitionException {
    if (cursor.takeIf("ALGORITHM")) {
      algorithm = Optional.of(value("an algorithm"));
    } else if (cursor.takeIf("LOCK")) {
      lock = Optional.of(value("a lock"));
    } else {
      return takeWait();
    }
    return true;
  }

  /** MariaDB: how long to wait for the table. */
  boolean takeWait() throws UnreadableDefinitionException {
    if (cursor.takeIf("NOWAIT")) {
      return true;
    }
    if (cursor.takeIf("WAIT")) {
      cursor.number("a number of seconds");
      return true;
    }
    return false;
  }

  /** Takes those that stand at the end of a statement. */
  void takeAll() throws UnreadableDefinitionException {
    while (!cursor.atEnd()) {
      if (!takeOne()) {
        throw cursor.unexpected("the end of the statement");
      }
    }
  }

  private String value(String what) throws UnreadableDefinitionException {
    cursor.takeIf('=');
    return cursor.name(what).toUpperCase(Locale.ROOT);
  }
}
