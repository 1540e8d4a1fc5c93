package dev.watershed.sql.lexical;

import dev.watershed.sql.StatementKind;
import java.util.List;
import java.util.Set;

/** The kind of a statement, from its first words. */
final class StatementKinds {

  private static final Set<String> VERBS_AFTER_WITH =
      Set.of("SELECT", "INSERT", "REPLACE", "UPDATE", "DELETE", "TABLE", "VALUES");

  private static final Set<String> NOT_IN_BINARY_LOG = Set.of("LOCAL", "NO_WRITE_TO_BINLOG");

  private StatementKinds() {}

  static StatementKind of(List<Token> tokens) {
    TokenCursor cursor = new TokenCursor(tokens);
    toVerb(cursor);
    while (cursor.isAt("SET", "STATEMENT") && cursor.skipTo(Set.of("FOR"))) {
      cursor.skip(1);
      toVerb(cursor);
    }
    return switch (cursor.peek(0).keyword()) {
      case "ADMINISTRATOR" ->
          cursor.isAt("ADMINISTRATOR", "COMMAND") ? StatementKind.ADMIN : StatementKind.OTHER;
      case "SELECT", "TABLE", "VALUES" -> StatementKind.SELECT;
      case "INSERT" -> StatementKind.INSERT;
      case "REPLACE" -> StatementKind.REPLACE;
      case "UPDATE" -> StatementKind.UPDATE;
      case "DELETE" -> StatementKind.DELETE;
      case "LOAD" -> cursor.isAt("LOAD", "INDEX") ? StatementKind.MAINTENANCE : StatementKind.LOAD;
      case "CALL" -> StatementKind.CALL;
      case "DO" -> StatementKind.DO;
      case "HANDLER" -> StatementKind.HANDLER;
      case "SET" -> StatementKind.SET;
      case "USE" -> StatementKind.USE;
      case "SHOW" -> StatementKind.SHOW;
      case "EXPLAIN", "DESCRIBE", "DESC" -> explain(cursor);
      case "LOCK", "UNLOCK" -> StatementKind.LOCK;
      case "PREPARE", "EXECUTE", "DEALLOCATE" -> StatementKind.PREPARE;
      case "CREATE" -> StatementKind.CREATE;
      case "ALTER" -> StatementKind.ALTER;
      case "DROP" -> cursor.isAt("DROP", "PREPARE") ? StatementKind.PREPARE : StatementKind.DROP;
      case "RENAME" -> StatementKind.RENAME;
      case "TRUNCATE" -> StatementKind.TRUNCATE;
      case "ANALYZE" -> analyze(cursor);
      case "CHECK", "CHECKSUM", "OPTIMIZE", "REPAIR", "CACHE" -> StatementKind.MAINTENANCE;
      case "GRANT", "REVOKE" -> StatementKind.GRANT;
      default -> ofTransaction(cursor);
    };
  }

  private static StatementKind ofTransaction(TokenCursor cursor) {
    boolean distributed = cursor.takeIf("XA");
    return switch (cursor.peek(0).keyword()) {
      case "BEGIN" -> begin(cursor, distributed);
      case "START" ->
          distributed || cursor.isAt("START", "TRANSACTION")
              ? StatementKind.BEGIN
              : StatementKind.OTHER;
      case "COMMIT" -> StatementKind.COMMIT;
      case "ROLLBACK" ->
          cursor.isAt("ROLLBACK", "TO") || cursor.isAt("ROLLBACK", "WORK", "TO")
              ? StatementKind.SAVEPOINT
              : StatementKind.ROLLBACK;
      case "SAVEPOINT", "RELEASE" -> StatementKind.SAVEPOINT;
      default -> StatementKind.OTHER;
    };
  }

  /** A BEGIN that more than WORK follows opens a routine's block. */
  private static StatementKind begin(TokenCursor cursor, boolean distributed) {
    boolean alone = cursor.peek(1).endsStatement() || cursor.isAt("BEGIN", "WORK");
    return distributed || alone ? StatementKind.BEGIN : StatementKind.OTHER;
  }

  private static StatementKind explain(TokenCursor cursor) {
    return ExplainOptions.take(cursor) ? StatementKind.EXPLAIN : StatementKind.SHOW;
  }

  private static StatementKind analyze(TokenCursor cursor) {
    boolean ofTables =
        cursor.isAt("ANALYZE", "TABLE")
            || cursor.isAt("ANALYZE", "TABLES")
            || NOT_IN_BINARY_LOG.contains(cursor.peek(1).keyword());
    return ofTables || !ExplainOptions.take(cursor)
        ? StatementKind.MAINTENANCE
        : StatementKind.EXPLAIN;
  }

  /** Skips parentheses and common table expressions. */
  private static void toVerb(TokenCursor cursor) {
    skipOpening(cursor);
    if (cursor.isAt("WITH")) {
      while (!cursor.peek(0).endsStatement() && !cursor.isAtAny(VERBS_AFTER_WITH)) {
        if (cursor.peek(0).isSymbol('(')) {
          cursor.skipParentheses();
        } else {
          cursor.skip(1);
        }
      }
    }
  }

  private static void skipOpening(TokenCursor cursor) {
    while (cursor.peek(0).isSymbol('(') || cursor.peek(0).isSymbol(';')) {
      cursor.skip(1);
    }
  }
}
