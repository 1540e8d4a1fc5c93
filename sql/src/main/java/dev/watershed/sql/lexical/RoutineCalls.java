package dev.watershed.sql.lexical;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the names in a text that may be those of stored routines. */
final class RoutineCalls {

  /** A name behind one of these is that of something else, though parentheses may follow it. */
  private static final Set<String> BEFORE_OTHER_NAMES =
      Set.of(
          "INTO",
          "TABLE",
          "FROM",
          "JOIN",
          "UPDATE",
          "INSERT",
          "REPLACE",
          "IGNORE",
          "LOW_PRIORITY",
          "HIGH_PRIORITY",
          "DELAYED",
          "QUICK",
          "WITH",
          "AS",
          "INDEX",
          "KEY",
          "CONSTRAINT",
          "REFERENCES",
          "RECURSIVE",
          "PROCEDURE",
          "FUNCTION",
          "PARTITION");

  private RoutineCalls() {}

  static List<RoutineCall> of(List<Token> tokens) {
    Set<RoutineCall> calls = new LinkedHashSet<>();
    TokenCursor cursor = new TokenCursor(tokens);
    while (!cursor.atEnd()) {
      String before = cursor.peek(-1).keyword();
      if (!cursor.peek(0).isName() || Keywords.isNoBareName(cursor.peek(0).keyword())) {
        cursor.skip(1);
      } else if (before.equals("CALL")) {
        name(cursor).ifPresent(name -> calls.add(call(name, true)));
      } else {
        Optional<TableName> name = name(cursor);
        boolean called = cursor.peek(0).isSymbol('(') && !BEFORE_OTHER_NAMES.contains(before);
        name.filter(known -> called).ifPresent(known -> calls.add(call(known, false)));
      }
    }
    return List.copyOf(calls);
  }

  /** Takes {@code a}, {@code a.b} or {@code a.b.c}, of which the last two parts count. */
  private static Optional<TableName> name(TokenCursor cursor) {
    Optional<String> schema = Optional.empty();
    String name = cursor.take().text();
    while (cursor.peek(0).isSymbol('.') && cursor.peek(1).isName()) {
      cursor.skip(1);
      schema = Optional.of(name);
      name = cursor.take().text();
    }
    boolean cut =
        cursor.peek(0).isSymbol('.')
            || (cursor.peek(0).kind() == Token.Kind.ELLIPSIS && cursor.peek(1).endsStatement());
    return cut ? Optional.empty() : Optional.of(new TableName(schema, name));
  }

  private static RoutineCall call(TableName name, boolean procedure) {
    return new RoutineCall(name.schema(), name.table(), procedure);
  }
}
