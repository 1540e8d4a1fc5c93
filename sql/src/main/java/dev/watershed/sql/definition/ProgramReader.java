package dev.watershed.sql.definition;

import dev.watershed.sql.definition.CreateRoutine.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads triggers, routines and events behind the word of their kind; their bodies as texts. */
final class ProgramReader {

  private ProgramReader() {}

  /** Takes IF NOT EXISTS. */
  static Existing existing(TokenCursor cursor, boolean replace) {
    if (cursor.takeIf("IF", "NOT", "EXISTS")) {
      return Existing.KEEP;
    }
    return replace ? Existing.REPLACE : Existing.FAIL;
  }

  static CreateTrigger trigger(TokenCursor cursor, boolean replace)
      throws UnreadableDefinitionException {
    Existing existing = existing(cursor, replace);
    QualifiedName name = cursor.qualifiedName("a trigger");
    boolean before = cursor.takeIf("BEFORE");
    if (!before) {
      cursor.require("AFTER");
    }
    String event = cursor.peek(0).keyword();
    if (!List.of("INSERT", "UPDATE", "DELETE").contains(event)) {
      throw cursor.unexpected("INSERT, UPDATE or DELETE");
    }
    cursor.take();
    cursor.require("ON");
    QualifiedName table = cursor.qualifiedName("a table");
    cursor.require("FOR");
    cursor.require("EACH");
    cursor.require("ROW");
    Optional<String> follows =
        cursor.takeIf("FOLLOWS") ? Optional.of(cursor.name("a trigger")) : Optional.empty();
    Optional<String> precedes =
        cursor.takeIf("PRECEDES") ? Optional.of(cursor.name("a trigger")) : Optional.empty();
    return new CreateTrigger(name, existing, table, before, event, follows, precedes, body(cursor));
  }

  /** Whether {@code name RETURNS type SONAME} comes: a function in a library, with no body. */
  static boolean isLoadable(TokenCursor cursor) {
    for (int ahead = 1; ahead < 8; ahead++) {
      if (cursor.peek(ahead).isSymbol('(')) {
        return false;
      }
      if (cursor.peek(ahead).is("SONAME")) {
        return true;
      }
    }
    return false;
  }

  static CreateRoutine routine(TokenCursor cursor, boolean function, boolean replace)
      throws UnreadableDefinitionException {
    Existing existing = existing(cursor, replace);
    QualifiedName name = cursor.qualifiedName("a routine");
    List<Parameter> parameters = parameters(cursor);
    Optional<DataType> returns = Optional.empty();
    if (function) {
      cursor.require("RETURNS");
      returns = Optional.of(TypeReader.read(cursor));
      if (cursor.takeIf("COLLATE")) {
        cursor.take();
      }
    }
    boolean deterministic = false;
    boolean invoker = false;
    String dataAccess = "CONTAINS SQL";
    while (true) {
      if (cursor.takeIf("DETERMINISTIC")) {
        deterministic = true;
      } else if (cursor.takeIf("NOT", "DETERMINISTIC")) {
        deterministic = false;
      } else if (cursor.takeIf("CONTAINS", "SQL")) {
        dataAccess = "CONTAINS SQL";
      } else if (cursor.takeIf("NO", "SQL")) {
        dataAccess = "NO SQL";
      } else if (cursor.takeIf("READS", "SQL", "DATA")) {
        dataAccess = "READS SQL DATA";
      } else if (cursor.takeIf("MODIFIES", "SQL", "DATA")) {
        dataAccess = "MODIFIES SQL DATA";
      } else if (cursor.takeIf("SQL", "SECURITY")) {
        invoker = cursor.take().is("INVOKER");
      } else if (cursor.takeIf("LANGUAGE") || cursor.takeIf("COMMENT")) {
        cursor.take();
      } else if (cursor.takeIf("USING")) {
        cursor.skipParentheses();
      } else {
        break;
      }
    }
    return new CreateRoutine(
        name, existing, parameters, returns, deterministic, dataAccess, invoker, body(cursor));
  }

  private static List<Parameter> parameters(TokenCursor cursor)
      throws UnreadableDefinitionException {
    List<Parameter> parameters = new ArrayList<>();
    cursor.require('(');
    while (!cursor.takeIf(')')) {
      String direction = "IN";
      for (String word : List.of("IN", "OUT", "INOUT")) {
        boolean mode = cursor.isAt(word) && cursor.peek(1).isName() && cursor.peek(2).isName();
        if (mode) {
          cursor.take();
          direction = word;
          break;
        }
      }
      String name = cursor.name("a parameter");
      parameters.add(new Parameter(direction, name, TypeReader.read(cursor)));
      if (cursor.takeIf("COLLATE")) {
        cursor.take();
      }
      if (cursor.takeIf("DEFAULT")) {
        skipDefault(cursor);
      }
      if (!cursor.isAt(')')) {
        cursor.require(',');
      }
    }
    return parameters;
  }

  /** MariaDB from 11.8: a value or an expression. */
  private static void skipDefault(TokenCursor cursor) throws UnreadableDefinitionException {
    while (!cursor.isAt(',') && !cursor.isAt(')')) {
      if (cursor.atEnd()) {
        throw cursor.unexpected("')'");
      }
      if (cursor.isAt('(')) {
        cursor.skipParentheses();
      } else {
        cursor.take();
      }
    }
  }

  static CreateEvent event(TokenCursor cursor, boolean replace)
      throws UnreadableDefinitionException {
    Existing existing = existing(cursor, replace);
    QualifiedName name = cursor.qualifiedName("an event");
    cursor.require("ON");
    cursor.require("SCHEDULE");
    int from = cursor.position();
    while (!cursor.atEnd() && !atEndOfSchedule(cursor)) {
      if (cursor.isAt('(')) {
        cursor.skipParentheses();
      } else {
        cursor.take();
      }
    }
    String schedule = cursor.since(from);
    boolean enabled = true;
    while (!cursor.isAt("DO")) {
      if (cursor.takeIf("ON", "COMPLETION")) {
        cursor.takeIf("NOT");
        cursor.require("PRESERVE");
      } else if (cursor.takeIf("ENABLE")) {
        enabled = true;
      } else if (cursor.takeIf("DISABLE")) {
        enabled = false;
        if (cursor.takeIf("ON")) {
          cursor.take();
        }
      } else {
        cursor.require("COMMENT");
        cursor.take();
      }
    }
    cursor.require("DO");
    return new CreateEvent(name, existing, schedule, enabled, body(cursor));
  }

  private static boolean atEndOfSchedule(TokenCursor cursor) {
    return cursor.isAt("ON", "COMPLETION")
        || cursor.isAt("ENABLE")
        || cursor.isAt("DISABLE")
        || cursor.isAt("COMMENT")
        || cursor.isAt("DO");
  }

  private static String body(TokenCursor cursor) throws UnreadableDefinitionException {
    if (cursor.atEnd()) {
      throw cursor.unexpected("a body");
    }
    return cursor.rest();
  }
}
