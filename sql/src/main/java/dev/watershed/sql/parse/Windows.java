package dev.watershed.sql.parse;

import java.util.List;
import java.util.Set;

/**
 * A window's frame, and how functions treat NULL, decide about values only: they go. So does the
 * name of the window that another one extends; its columns stand in the WINDOW clause.
 */
final class Windows implements Pass {

  private static final Set<String> FRAMES = Set.of("ROWS", "RANGE", "GROUPS");
  private static final Set<String> NULL_TREATMENT = Set.of("RESPECT", "IGNORE");

  @Override
  public Set<String> triggers() {
    return Set.of("OVER", "WINDOW");
  }

  @Override
  public List<SqlToken> apply(List<SqlToken> tokens) {
    TokenOutput output = new TokenOutput(tokens);
    while (output.hasNext()) {
      SqlToken token = output.peek(0);
      SqlToken next = output.peek(1);
      if (FRAMES.contains(token.keyword()) && isFrame(next)) {
        while (output.hasNext() && !output.peek(0).isClose()) {
          output.skip(1);
        }
      } else if (NULL_TREATMENT.contains(token.keyword()) && next.is("NULLS")) {
        output.skip(2);
      } else if (token.isOpen() && output.last().is("OVER") && next.isName()) {
        output.copy();
        output.skip(1);
      } else if (token.is("FROM")
          && (next.is("FIRST") || next.is("LAST"))
          && output.peek(2).is("OVER")) {
        output.skip(2);
      } else {
        output.copy();
      }
    }
    return output.tokens();
  }

  private static boolean isFrame(SqlToken next) {
    return next.is("BETWEEN")
        || next.is("UNBOUNDED")
        || next.is("CURRENT")
        || next.is("INTERVAL")
        || next.isLiteral();
  }
}
