package dev.watershed.sql.definition;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the definitions of a script, one statement after the other. What it does not understand is
 * an issue; statements that define nothing are passed over. It never fails, whatever the text.
 */
public final class DefinitionReader {

  /** Statements of dumps and of clients that define nothing. */
  private static final Set<String> NO_DEFINITIONS =
      Set.of(
          "ANALYZE",
          "BEGIN",
          "BINLOG",
          "CHANGE",
          "CHECK",
          "CHECKSUM",
          "COMMIT",
          "DEALLOCATE",
          "DO",
          "EXPLAIN",
          "DESC",
          "DESCRIBE",
          "FLUSH",
          "HANDLER",
          "KILL",
          "GRANT",
          "INSTALL",
          "LOCK",
          "OPTIMIZE",
          "PREPARE",
          "PURGE",
          "RESET",
          "REVOKE",
          "RELEASE",
          "REPAIR",
          "ROLLBACK",
          "SAVEPOINT",
          "SELECT",
          "SHOW",
          "SIGNAL",
          "START",
          "STOP",
          "TABLE",
          "UNINSTALL",
          "UNLOCK",
          "VALUES",
          "XA");

  /** What switches a variable off. */
  private static final Set<String> OFF = Set.of("0", "OFF", "FALSE");

  /** Statements that run what no script says. */
  private static final Set<String> UNSAID = Set.of("CALL", "EXECUTE");

  private final String script;
  private final LiteralPolicy literals;
  private final boolean migration;
  private final TemporaryTables temporaries = new TemporaryTables();
  private final SqlMode standard;
  private final ScriptLexer lexer;
  private final List<LocatedDefinition> definitions = new ArrayList<>();
  private final List<DefinitionIssue> issues = new ArrayList<>();
  private final ScriptPlaces places;
  private Optional<String> schema;
  private boolean foreignKeyChecks = true;

  private DefinitionReader(
      String script,
      SqlMode mode,
      LiteralPolicy literals,
      boolean migration,
      Optional<String> schema) {
    this.script = script;
    this.literals = literals;
    this.standard = mode;
    this.lexer = new ScriptLexer(script, mode);
    this.places = new ScriptPlaces(script);
    this.migration = migration;
    this.schema = schema;
  }

  /**
   * Reads a dump, or another script whose rows do not matter.
   *
   * @param mode the server's; statements of the script that set another one are followed
   */
  public static DefinitionScript read(String script, SqlMode mode, LiteralPolicy literals) {
    DefinitionReader reader =
        new DefinitionReader(script, mode, literals, false, DumpHead.schema(script));
    reader.readAll();
    if (DumpHead.isCut(script)) {
      reader.issues.add(
          reader.places.issue(
              script.length(), "the dump does not say that it is complete; it may be cut"));
    }
    return new DefinitionScript(DumpHead.serverVersion(script), reader.definitions, reader.issues);
  }

  /**
   * Reads a script that changes a server: statements that change rows are definitions of it, too,
   * and those that run what it does not say are issues.
   *
   * @param mode the server's; statements of the script that set another one are followed
   * @param schema the one in use where it begins
   */
  public static DefinitionScript readMigration(
      String script, SqlMode mode, LiteralPolicy literals, Optional<String> schema) {
    DefinitionReader reader = new DefinitionReader(script, mode, literals, true, schema);
    reader.readAll();
    return new DefinitionScript(DumpHead.serverVersion(script), reader.definitions, reader.issues);
  }

  private void readAll() {
    while (!lexer.atEnd()) {
      statement();
    }
  }

  private void statement() {
    List<Token> tokens = lexer.statement();
    if (tokens.isEmpty()) {
      return;
    }
    TokenCursor cursor = new TokenCursor(script, tokens, lexer.mode(), literals, places);
    try {
      ScriptPlace place = cursor.place();
      temporaries.use(schema);
      definition(cursor)
          .ifPresent(
              definition ->
                  definitions.add(
                      new LocatedDefinition(
                          definition, schema, place.line(), place.column(), foreignKeyChecks)));
    } catch (UnreadableDefinitionException unreadable) {
      issues.add(places.issue(unreadable.offset(), unreadable.getMessage()));
    }
  }

  private Optional<Definition> definition(TokenCursor cursor) throws UnreadableDefinitionException {
    Token first = cursor.take();
    switch (first.keyword()) {
      case "CREATE" -> {
        return new CreateReader(cursor, temporaries).read();
      }
      case "ALTER" -> {
        return new StatementReader(cursor, temporaries, schema).alter();
      }
      case "DROP" -> {
        return new StatementReader(cursor, temporaries, schema).drop();
      }
      case "RENAME" -> {
        return new StatementReader(cursor, temporaries, schema).rename();
      }
      case "TRUNCATE" -> {
        return new StatementReader(cursor, temporaries, schema).truncate();
      }
      case "INSERT", "UPDATE", "DELETE", "REPLACE", "LOAD", "WITH" -> {
        return migration ? new DataReader(cursor, temporaries).read(first) : Optional.empty();
      }
      case "USE" -> {
        schema = Optional.of(cursor.name("a schema"));
        return Optional.empty();
      }
      case "SET" -> {
        return set(cursor);
      }
      default -> {
        return other(first);
      }
    }
  }

  private Optional<Definition> other(Token first) throws UnreadableDefinitionException {
    if (migration && UNSAID.contains(first.keyword())) {
      throw new UnreadableDefinitionException(
          first.from(), "what " + first.keyword() + " runs is not written here; it is unknown");
    }
    boolean query = first.isSymbol('(');
    if (query || NO_DEFINITIONS.contains(first.keyword()) || UNSAID.contains(first.keyword())) {
      return Optional.empty();
    }
    throw new UnreadableDefinitionException(
        first.from(), "a statement cannot begin with " + first.described());
  }

  /**
   * Follows the mode, because it says what a double quote and a backslash are, and the check of
   * foreign keys. MariaDB: {@code SET STATEMENT … FOR} stands before a statement.
   */
  private Optional<Definition> set(TokenCursor cursor) throws UnreadableDefinitionException {
    if (cursor.isAt("STATEMENT") && cursor.peek(1).isName()) {
      while (!cursor.atEnd() && !cursor.isAt("FOR")) {
        cursor.take();
      }
      cursor.require("FOR");
      return cursor.atEnd() ? Optional.empty() : definition(cursor);
    }
    while (!cursor.atEnd()) {
      Token token = cursor.take();
      boolean variable = cursor.position() > 1 && cursor.peek(-2).isSymbol('@');
      boolean system = cursor.position() > 2 && cursor.peek(-3).isSymbol('@');
      if (token.is("sql_mode") && (!variable || system)) {
        cursor.takeIf(':');
        if (cursor.takeIf('=')) {
          lexer.setMode(mode(cursor.peek(0)));
        }
      } else if (token.is("foreign_key_checks") && (!variable || system)) {
        cursor.takeIf(':');
        if (cursor.takeIf('=')) {
          foreignKeyChecks = !OFF.contains(cursor.peek(0).text().toUpperCase(Locale.ROOT));
        }
      }
    }
    return Optional.empty();
  }

  /** A mode that was kept in a variable is the one from before; a single word needs no quotes. */
  private SqlMode mode(Token value) {
    if (value.kind() != Kind.STRING && value.kind() != Kind.WORD) {
      return standard;
    }
    try {
      return SqlMode.parse(value.text());
    } catch (IllegalArgumentException unknown) {
      if (value.kind() == Kind.STRING) {
        issues.add(places.issue(value.from(), "an unknown sql_mode; the standard one is assumed"));
      }
      return standard;
    }
  }
}
