package dev.watershed.sql.lexical;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Reads the columns of {@code a = …, b = …}, as they stand behind ON DUPLICATE KEY UPDATE. */
final class Assignments {

  private Assignments() {}

  /** The columns in lower case. The cursor is left where it is. */
  static Set<String> ahead(TokenCursor from) {
    TokenCursor cursor = from.copy();
    Set<String> columns = new LinkedHashSet<>();
    boolean expected = true;
    while (!cursor.peek(0).endsStatement() && !cursor.isAt("RETURNING")) {
      if (expected && cursor.peek(0).isName()) {
        cursor.takeName().ifPresent(column -> columns.add(column.table().toLowerCase(Locale.ROOT)));
        expected = false;
      } else if (cursor.peek(0).isSymbol('(')) {
        cursor.skipParentheses();
      } else {
        expected = cursor.take().isSymbol(',');
      }
    }
    return columns;
  }
}
