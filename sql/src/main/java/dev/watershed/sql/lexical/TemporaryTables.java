package dev.watershed.sql.lexical;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The temporary tables that a text makes. */
final class TemporaryTables {

  private TemporaryTables() {}

  /** Their names in lower case, without schemas. */
  static Set<String> of(List<Token> tokens) {
    Set<String> names = new HashSet<>();
    TokenCursor cursor = new TokenCursor(tokens);
    while (!cursor.atEnd()) {
      if (cursor.takeIf("TEMPORARY", "TABLE")) {
        cursor.takeIf("IF", "NOT", "EXISTS");
        cursor.takeIf("IF", "EXISTS");
        cursor.takeName().ifPresent(name -> names.add(name.table().toLowerCase(Locale.ROOT)));
      } else {
        cursor.skip(1);
      }
    }
    return names;
  }
}
