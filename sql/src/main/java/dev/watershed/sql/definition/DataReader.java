package dev.watershed.sql.definition;

import dev.watershed.sql.definition.Definition.ChangeData;
import java.util.Optional;
import java.util.Set;

/** Reads statements that change rows, as far as to say so. */
final class DataReader {

  private static final Set<String> VERBS = Set.of("INSERT", "UPDATE", "DELETE", "REPLACE", "LOAD");

  private static final Set<String> BEFORE_TABLE =
      Set.of("LOW_PRIORITY", "HIGH_PRIORITY", "DELAYED", "QUICK", "IGNORE", "INTO", "FROM");

  private final TokenCursor cursor;
  private final TemporaryTables temporaries;

  /**
   * @param cursor behind the first word
   */
  DataReader(TokenCursor cursor, TemporaryTables temporaries) {
    this.cursor = cursor;
    this.temporaries = temporaries;
  }

  /** Empty for what only reads, and for temporary tables. */
  Optional<Definition> read(Token first) throws UnreadableDefinitionException {
    String verb = first.keyword();
    if (verb.equals("WITH")) {
      verb = verbBehindWith();
    }
    if (!VERBS.contains(verb)) {
      return Optional.empty();
    }
    Optional<QualifiedName> table = table(verb);
    return table.filter(temporaries::contains).isPresent()
        ? Optional.empty()
        : Optional.of(new ChangeData(verb, table, cursor.statement()));
  }

  /** Takes the common tables; the verb is the first one that is outside of their parentheses. */
  private String verbBehindWith() throws UnreadableDefinitionException {
    while (!cursor.atEnd()) {
      if (cursor.isAt('(')) {
        cursor.skipParentheses();
      } else {
        String word = cursor.take().keyword();
        if (word.equals("SELECT") || VERBS.contains(word)) {
          return word;
        }
      }
    }
    return "";
  }

  private Optional<QualifiedName> table(String verb) throws UnreadableDefinitionException {
    if (verb.equals("LOAD")) {
      while (!cursor.atEnd() && !cursor.takeIf("INTO", "TABLE")) {
        cursor.take();
      }
    }
    while (BEFORE_TABLE.contains(cursor.peek(0).keyword())) {
      cursor.take();
    }
    return cursor.peek(0).isName()
        ? Optional.of(cursor.qualifiedName("a table"))
        : Optional.empty();
  }
}
