package dev.watershed.sql.lexical;

import java.util.Set;

/** What may stand between EXPLAIN and that which it explains. */
final class ExplainOptions {

  private static final Set<String> STATEMENT_VERBS =
      Set.of("SELECT", "INSERT", "REPLACE", "UPDATE", "DELETE", "WITH", "TABLE", "VALUES");

  private static final Set<String> PLAIN = Set.of("EXTENDED", "PARTITIONS", "ANALYZE");

  private ExplainOptions() {}

  /**
   * Takes EXPLAIN (DESCRIBE, DESC, ANALYZE) with its options; whether a statement follows, or is
   * running.
   */
  static boolean take(TokenCursor cursor) {
    cursor.skip(1);
    boolean found = true;
    while (found) {
      found = takeOne(cursor);
    }
    return cursor.isAtAny(STATEMENT_VERBS)
        || cursor.peek(0).isSymbol('(')
        || cursor.isAt("FOR", "CONNECTION");
  }

  private static boolean takeOne(TokenCursor cursor) {
    if (cursor.isAtAny(PLAIN)) {
      boolean optionNotTable = !cursor.peek(1).endsStatement();
      cursor.skip(optionNotTable ? 1 : 0);
      return optionNotTable;
    }
    if (cursor.isAt("FORMAT") && cursor.peek(1).isSymbol('=')) {
      cursor.skip(3);
      return true;
    }
    if (cursor.isAt("INTO")) {
      cursor.skip(2);
      return true;
    }
    if (cursor.isAt("FOR") && !cursor.isAt("FOR", "CONNECTION")) {
      cursor.skip(3);
      return true;
    }
    return false;
  }
}
