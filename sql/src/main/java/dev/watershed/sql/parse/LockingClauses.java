package dev.watershed.sql.parse;

import java.util.List;
import java.util.Set;

/**
 * Every form of a locking read becomes {@code FOR UPDATE}; {@code INTO} a file or variables, and
 * {@code PROCEDURE ANALYSE}, go.
 */
final class LockingClauses implements Pass {

  private static final Set<String> BEHIND_INTO =
      Set.of(
          "FROM",
          "WHERE",
          "GROUP",
          "HAVING",
          "ORDER",
          "LIMIT",
          "FOR",
          "LOCK",
          "UNION",
          "WINDOW",
          "EXCEPT",
          "INTERSECT");

  /** What may stand between INSERT or REPLACE and its INTO. */
  private static final Set<String> MODIFIERS =
      Set.of("LOW_PRIORITY", "HIGH_PRIORITY", "DELAYED", "IGNORE");

  @Override
  public Set<String> triggers() {
    return Set.of("FOR", "LOCK", "INTO", "PROCEDURE");
  }

  @Override
  public List<SqlToken> apply(List<SqlToken> tokens) {
    TokenOutput output = new TokenOutput(tokens);
    Parentheses parentheses = Parentheses.of(tokens);
    while (output.hasNext()) {
      SqlToken token = output.peek(0);
      SqlToken next = output.peek(1);
      if (token.is("LOCK") && next.is("IN")) {
        output.skip(4);
        writeForUpdate(output);
      } else if (token.is("FOR") && (next.is("UPDATE") || next.is("SHARE"))) {
        output.skip(2);
        skipOptions(output);
        writeForUpdate(output);
      } else if (token.is("INTO") && !followsWriting(output)) {
        skipInto(output, parentheses);
      } else if (token.is("PROCEDURE") && output.peek(2).isOpen()) {
        output.skipTo(parentheses.partner(output.at() + 2) + 1);
      } else {
        output.copy();
      }
    }
    return output.tokens();
  }

  /** MySQL allows several, one for some tables each. */
  private static void writeForUpdate(TokenOutput output) {
    if (!output.last().is("UPDATE")) {
      output.write(SqlToken.word("FOR"));
      output.write(SqlToken.word("UPDATE"));
    }
  }

  private static void skipOptions(TokenOutput output) {
    if (output.peek(0).is("OF")) {
      output.skip(2);
      while (output.peek(0).isComma() || output.peek(0).isDot()) {
        output.skip(2);
      }
    }
    if (output.peek(0).is("SKIP") || output.peek(0).is("WAIT")) {
      output.skip(2);
    } else if (output.peek(0).is("NOWAIT")) {
      output.skip(1);
    }
  }

  /** Whether the INTO is that of INSERT or REPLACE. */
  private static boolean followsWriting(TokenOutput output) {
    int distance = -1;
    while (MODIFIERS.contains(output.peek(distance).keyword())) {
      distance--;
    }
    return output.peek(distance).is("INSERT") || output.peek(distance).is("REPLACE");
  }

  private static void skipInto(TokenOutput output, Parentheses parentheses) {
    while (!output.peek(0).isEnd()
        && !output.peek(0).isClose()
        && !output.peek(0).isSymbol(";")
        && !BEHIND_INTO.contains(output.peek(0).keyword())) {
      if (output.peek(0).isOpen()) {
        output.skipTo(parentheses.partner(output.at()));
      }
      output.skip(1);
    }
  }
}
