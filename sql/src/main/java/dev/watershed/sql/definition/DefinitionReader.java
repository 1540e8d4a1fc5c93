package dev.watershed.sql.definition;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.Definition.Drop;
import dev.watershed.sql.definition.Definition.DroppedKind;
import dev.watershed.sql.definition.Token.Kind;
import java.util.ArrayList;
import java.util.List;
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
          "CALL",
          "CHANGE",
          "CHECK",
          "COMMIT",
          "DEALLOCATE",
          "DELETE",
          "DO",
          "EXECUTE",
          "EXPLAIN",
          "FLUSH",
          "GRANT",
          "INSERT",
          "INSTALL",
          "LOAD",
          "LOCK",
          "OPTIMIZE",
          "PREPARE",
          "PURGE",
          "REPLACE",
          "RESET",
          "REVOKE",
          "ROLLBACK",
          "SELECT",
          "SHOW",
          "START",
          "STOP",
          "TRUNCATE",
          "UNINSTALL",
          "UNLOCK",
          "UPDATE");

  private final String script;
  private final LiteralPolicy literals;
  private final SqlMode standard;
  private final ScriptLexer lexer;
  private final List<LocatedDefinition> definitions = new ArrayList<>();
  private final List<DefinitionIssue> issues = new ArrayList<>();
  private final ScriptPlaces places;
  private Optional<String> schema;

  private DefinitionReader(String script, SqlMode mode, LiteralPolicy literals) {
    this.script = script;
    this.literals = literals;
    this.standard = mode;
    this.lexer = new ScriptLexer(script, mode);
    this.places = new ScriptPlaces(script);
    this.schema = DumpHead.schema(script);
  }

  /**
   * Reads a script.
   *
   * @param mode the server's; statements of the script that set another one are followed
   */
  public static DefinitionScript read(String script, SqlMode mode, LiteralPolicy literals) {
    DefinitionReader reader = new DefinitionReader(script, mode, literals);
    while (!reader.lexer.atEnd()) {
      reader.statement();
    }
    if (DumpHead.isCut(script)) {
      reader.issues.add(
          reader.places.issue(
              script.length(), "the dump does not say that it is complete; it may be cut"));
    }
    return new DefinitionScript(DumpHead.serverVersion(script), reader.definitions, reader.issues);
  }

  private void statement() {
    List<Token> tokens = lexer.statement();
    if (tokens.isEmpty()) {
      return;
    }
    TokenCursor cursor = new TokenCursor(script, tokens, lexer.mode(), literals);
    try {
      definition(cursor)
          .ifPresent(
              definition ->
                  definitions.add(
                      new LocatedDefinition(
                          definition, schema, places.line(tokens.get(0).from()))));
    } catch (UnreadableDefinitionException unreadable) {
      issues.add(places.issue(unreadable.offset(), unreadable.getMessage()));
    }
  }

  private Optional<Definition> definition(TokenCursor cursor) throws UnreadableDefinitionException {
    Token first = cursor.take();
    switch (first.keyword()) {
      case "CREATE" -> {
        return new CreateReader(cursor).read();
      }
      case "ALTER" -> {
        return new AlterReader(cursor).read();
      }
      case "DROP" -> {
        return drop(cursor);
      }
      case "USE" -> {
        schema = Optional.of(cursor.name("a schema"));
        return Optional.empty();
      }
      case "SET" -> {
        set(cursor);
        return Optional.empty();
      }
      default -> {
        if (NO_DEFINITIONS.contains(first.keyword())) {
          return Optional.empty();
        }
        throw new UnreadableDefinitionException(
            first.from(), "a statement cannot begin with " + first.described());
      }
    }
  }

  /** Follows the mode, because it says what a double quote and a backslash are. */
  private void set(TokenCursor cursor) {
    while (!cursor.atEnd()) {
      Token token = cursor.take();
      boolean variable = cursor.position() > 1 && cursor.peek(-2).isSymbol('@');
      boolean system = cursor.position() > 2 && cursor.peek(-3).isSymbol('@');
      if (token.is("sql_mode") && (!variable || system)) {
        cursor.takeIf(':');
        if (cursor.takeIf('=')) {
          lexer.setMode(mode(cursor.peek(0)));
        }
      }
    }
  }

  /** A mode that was kept in a variable is the one from before. */
  private SqlMode mode(Token value) {
    if (value.kind() != Kind.STRING) {
      return standard;
    }
    try {
      return SqlMode.parse(value.text());
    } catch (IllegalArgumentException unknown) {
      issues.add(places.issue(value.from(), "an unknown sql_mode; the standard one is assumed"));
      return standard;
    }
  }

  private Optional<Definition> drop(TokenCursor cursor) throws UnreadableDefinitionException {
    cursor.takeIf("TEMPORARY");
    Optional<DroppedKind> kind =
        switch (cursor.take().keyword()) {
          case "DATABASE", "SCHEMA" -> Optional.of(DroppedKind.SCHEMA);
          case "TABLE", "TABLES", "SEQUENCE" -> Optional.of(DroppedKind.TABLE);
          case "VIEW" -> Optional.of(DroppedKind.VIEW);
          case "TRIGGER" -> Optional.of(DroppedKind.TRIGGER);
          case "PROCEDURE" -> Optional.of(DroppedKind.PROCEDURE);
          case "FUNCTION" -> Optional.of(DroppedKind.FUNCTION);
          case "EVENT" -> Optional.of(DroppedKind.EVENT);
          default -> Optional.empty();
        };
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    cursor.takeIf("IF", "EXISTS");
    List<QualifiedName> names = new ArrayList<>();
    do {
      names.add(cursor.qualifiedName("a name"));
    } while (cursor.takeIf(','));
    return Optional.of(new Drop(kind.get(), names));
  }
}
