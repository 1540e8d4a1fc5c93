package dev.watershed.sql.parse;

import java.util.List;
import java.util.Set;

/**
 * What stands between SELECT and its list: DISTINCTROW becomes DISTINCT, all else has no influence
 * on what is read. ALL behind UNION stays.
 */
final class SelectOptions implements Pass {

  private static final Set<String> DROPPED =
      Set.of(
          "ALL",
          "HIGH_PRIORITY",
          "STRAIGHT_JOIN",
          "SQL_BIG_RESULT",
          "SQL_BUFFER_RESULT",
          "SQL_CACHE",
          "SQL_CALC_FOUND_ROWS",
          "SQL_NO_CACHE",
          "SQL_SMALL_RESULT");

  private static final Set<String> DISTINCT = Set.of("DISTINCT", "DISTINCTROW", "UNIQUE");

  @Override
  public Set<String> triggers() {
    return Set.of("SELECT");
  }

  @Override
  public List<SqlToken> apply(List<SqlToken> tokens) {
    TokenOutput output = new TokenOutput(tokens);
    while (output.hasNext()) {
      boolean select = output.peek(0).is("SELECT");
      output.copy();
      while (select && (isDropped(output) || DISTINCT.contains(output.peek(0).keyword()))) {
        if (DISTINCT.contains(output.peek(0).keyword())) {
          output.write(SqlToken.word("DISTINCT"));
        }
        output.skip(1);
      }
    }
    return output.tokens();
  }

  private static boolean isDropped(TokenOutput output) {
    SqlToken next = output.peek(1);
    return DROPPED.contains(output.peek(0).keyword()) && !next.isComma() && !next.is("FROM");
  }
}
