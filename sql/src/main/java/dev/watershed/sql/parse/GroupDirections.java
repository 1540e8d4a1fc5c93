package dev.watershed.sql.parse;

import java.util.List;
import java.util.Set;

/** ASC and DESC in GROUP BY, which sort nothing, go. */
final class GroupDirections implements Pass {

  private static final Set<String> ENDS =
      Set.of("ORDER", "HAVING", "LIMIT", "FOR", "UNION", "EXCEPT", "INTERSECT", "WINDOW");

  @Override
  public Set<String> triggers() {
    return Set.of("GROUP");
  }

  @Override
  public List<SqlToken> apply(List<SqlToken> tokens) {
    TokenOutput output = new TokenOutput(tokens);
    int depth = 0;
    int grouping = -1;
    while (output.hasNext()) {
      SqlToken token = output.peek(0);
      depth += token.isOpen() ? 1 : token.isClose() ? -1 : 0;
      if (token.is("GROUP") && output.peek(1).is("BY")) {
        grouping = depth;
      } else if (depth < grouping || depth == grouping && ENDS.contains(token.keyword())) {
        grouping = -1;
      }
      if (depth == grouping && (token.is("ASC") || token.is("DESC"))) {
        output.skip(1);
      } else {
        output.copy();
      }
    }
    return output.tokens();
  }
}
