package dev.watershed.sql.lexical;

import java.util.Set;

/** CREATE, ALTER, DROP, RENAME and TRUNCATE: the table that is defined, and where bodies begin. */
final class Definitions {

  private static final Set<String> OBJECTS =
      Set.of(
          "TABLE",
          "TABLES",
          "VIEW",
          "INDEX",
          "TRIGGER",
          "PROCEDURE",
          "FUNCTION",
          "EVENT",
          "DATABASE",
          "SCHEMA",
          "USER",
          "ROLE",
          "SERVER",
          "TABLESPACE",
          "SEQUENCE",
          "PACKAGE");

  /** The words that may begin the body of a routine, behind its parameters and properties. */
  private static final Set<String> BODY_STARTS =
      Set.of(
          "BEGIN",
          "SELECT",
          "INSERT",
          "REPLACE",
          "UPDATE",
          "DELETE",
          "CALL",
          "IF",
          "CASE",
          "LOOP",
          "WHILE",
          "REPEAT",
          "RETURN",
          "WITH",
          "CREATE",
          "DROP",
          "TRUNCATE");

  private final TokenCursor cursor;
  private final TableWalk walk;

  Definitions(TokenCursor cursor, TableWalk walk) {
    this.cursor = cursor;
    this.walk = walk;
  }

  void take() {
    String verb = cursor.take().keyword();
    if (verb.equals("TRUNCATE")) {
      cursor.takeIf("TABLE");
      walk.mention(cursor.takeName(), TableUse.WRITE);
      return;
    }
    if (!cursor.skipTo(OBJECTS)) {
      return;
    }
    switch (cursor.take().keyword()) {
      case "TABLE", "TABLES", "VIEW" -> table(verb);
      case "INDEX" -> index();
      case "TRIGGER" -> trigger(verb);
      case "PROCEDURE", "FUNCTION", "PACKAGE" -> routine(verb);
      case "EVENT" -> event();
      default -> cursor.skipStatement();
    }
  }

  private void table(String verb) {
    existence();
    switch (verb) {
      case "CREATE" -> {
        walk.mention(cursor.takeName(), TableUse.WRITE);
        walk.context().setDefinition();
        cursor.skip(
            cursor.peek(0).isSymbol('(') && cursor.peek(1).keyword().equals("LIKE") ? 1 : 0);
        if (cursor.takeIf("LIKE")) {
          walk.mention(cursor.takeName(), TableUse.READ);
        }
      }
      case "ALTER" -> {
        walk.mention(cursor.takeName(), TableUse.WRITE);
        walk.context().setAlteration();
      }
      case "RENAME" -> {
        do {
          walk.mention(cursor.takeName(), TableUse.WRITE);
        } while (cursor.takeIf("TO") || cursor.takeIf(','));
      }
      default -> {
        walk.mentionAll(TableUse.WRITE);
        cursor.skipStatement();
      }
    }
  }

  private void index() {
    if (cursor.skipTo(Set.of("ON"))) {
      cursor.skip(1);
      walk.mention(cursor.takeName(), TableUse.WRITE);
    }
    cursor.skipStatement();
  }

  private void trigger(String verb) {
    if (!verb.equals("CREATE") || !cursor.skipTo(Set.of("ON"))) {
      cursor.skipStatement();
      return;
    }
    cursor.skip(1);
    walk.mention(cursor.takeName(), TableUse.WRITE);
    if (cursor.skipTo(Set.of("ROW"))) {
      cursor.skip(1);
      cursor.skip(cursor.isAtAny(Set.of("FOLLOWS", "PRECEDES")) ? 2 : 0);
      expectBody();
    }
  }

  private void routine(String verb) {
    if (!verb.equals("CREATE")) {
      cursor.skipStatement();
      return;
    }
    while (!cursor.peek(0).endsStatement() && !cursor.peek(0).isSymbol('(')) {
      cursor.skip(1);
    }
    cursor.skipParentheses();
    if (cursor.skipTo(BODY_STARTS)) {
      expectBody();
    }
  }

  private void event() {
    if (cursor.skipTo(Set.of("DO"))) {
      cursor.skip(1);
      expectBody();
    }
  }

  private void expectBody() {
    walk.enterBody();
    walk.context().expectStart();
  }

  private void existence() {
    if (!cursor.takeIf("IF", "NOT", "EXISTS")) {
      cursor.takeIf("IF", "EXISTS");
    }
  }
}
