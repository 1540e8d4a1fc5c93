package dev.watershed.sql.parse;

import java.util.List;
import java.util.Set;

/** {@code ((a))} becomes {@code (a)}: programs write many, and the parser looks ahead in each. */
final class RedundantParentheses implements Pass {

  @Override
  public Set<String> triggers() {
    return Set.of();
  }

  @Override
  public List<SqlToken> apply(List<SqlToken> tokens) {
    TokenOutput output = new TokenOutput(tokens);
    Parentheses parentheses = Parentheses.of(tokens);
    while (output.hasNext()) {
      int at = output.at();
      SqlToken token = output.peek(0);
      boolean outerOpen =
          token.isOpen()
              && output.peek(1).isOpen()
              && parentheses.partner(at) == parentheses.partner(at + 1) + 1
              && parentheses.partner(at) < tokens.size();
      boolean outerClose =
          token.isClose()
              && output.peek(-1).isClose()
              && parentheses.partner(at) == parentheses.partner(at - 1) - 1;
      if (outerOpen || outerClose) {
        output.skip(1);
      } else {
        output.copy();
      }
    }
    return output.tokens();
  }
}
