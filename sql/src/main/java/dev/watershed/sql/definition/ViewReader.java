package dev.watershed.sql.definition;

import dev.watershed.sql.definition.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads CREATE VIEW behind these words. */
final class ViewReader {

  private final TokenCursor cursor;
  private final String algorithm;
  private final boolean invoker;
  private final boolean replace;

  ViewReader(TokenCursor cursor, String algorithm, boolean invoker, boolean replace) {
    this.cursor = cursor;
    this.algorithm = algorithm;
    this.invoker = invoker;
    this.replace = replace;
  }

  CreateView read() throws UnreadableDefinitionException {
    Existing existing = ProgramReader.existing(cursor, replace);
    QualifiedName name = cursor.qualifiedName("a view");
    List<String> columns = cursor.isAt('(') ? ReferenceReader.columns(cursor) : List.of();
    cursor.require("AS");
    if (cursor.atEnd()) {
      throw cursor.unexpected("a query");
    }
    if (columns.isEmpty()) {
      columns = placeholder().orElse(List.of());
    }
    String query = cursor.until(endOfQuery());
    return new CreateView(name, existing, columns, algorithm, invoker, query);
  }

  /** Where WITH CHECK OPTION begins, or the end. */
  private int endOfQuery() {
    int end = cursor.size();
    int at = cursor.position();
    boolean option =
        end - at > 3
            && cursor.peek(end - at - 1).is("OPTION")
            && cursor.peek(end - at - 2).is("CHECK");
    if (!option) {
      return end;
    }
    end -= 3;
    return cursor.peek(end - at).is("WITH") ? end : end - 1;
  }

  /**
   * The names of {@code SELECT 1 AS `a`, 1 AS `b`}: a dump defines each view so first, because
   * views may use one another.
   */
  private Optional<List<String>> placeholder() {
    List<String> names = new ArrayList<>();
    if (!cursor.isAt("SELECT")) {
      return Optional.empty();
    }
    int ahead = 1;
    while (true) {
      boolean item =
          cursor.peek(ahead).kind() == Kind.NUMBER
              && cursor.peek(ahead + 1).is("AS")
              && cursor.peek(ahead + 2).kind() == Kind.NAME;
      if (!item) {
        return Optional.empty();
      }
      names.add(cursor.peek(ahead + 2).text());
      ahead += 3;
      if (cursor.peek(ahead).kind() == Kind.END) {
        return Optional.of(names);
      }
      if (!cursor.peek(ahead).isSymbol(',')) {
        return Optional.empty();
      }
      ahead++;
    }
  }
}
