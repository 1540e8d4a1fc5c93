package dev.watershed.sql.parse;

import java.util.List;
import java.util.Set;

/**
 * Words that need no more than another word, or none: constants such as CURRENT_DATE become
 * functions, DEFAULT a placeholder, {@code IS UNKNOWN} an {@code IS NULL}, DISTINCTROW a DISTINCT,
 * {@code TABLE t} a query of all its columns. WITH ROLLUP goes, and the ROW before a parenthesis.
 */
final class PlainWords implements Pass {

  private static final Set<String> CONSTANTS =
      Set.of(
          "CURRENT_DATE",
          "CURRENT_TIME",
          "CURRENT_TIMESTAMP",
          "CURRENT_USER",
          "LOCALTIME",
          "LOCALTIMESTAMP",
          "UTC_DATE",
          "UTC_TIME",
          "UTC_TIMESTAMP");

  @Override
  public Set<String> triggers() {
    return Set.of();
  }

  @Override
  public List<SqlToken> apply(List<SqlToken> tokens) {
    TokenOutput output = new TokenOutput(tokens);
    while (output.hasNext()) {
      SqlToken token = output.peek(0);
      if (token.kind() != SqlToken.Kind.WORD || !rewrite(output, token, output.peek(1))) {
        output.copy();
      }
    }
    return output.tokens();
  }

  private static boolean rewrite(TokenOutput output, SqlToken token, SqlToken next) {
    if (CONSTANTS.contains(token.keyword()) && !next.isOpen()) {
      output.write(SqlToken.name(token.keyword()));
      output.write(SqlToken.OPEN);
      output.write(SqlToken.CLOSE);
      output.skip(1);
    } else if (token.is("DEFAULT") && !next.isOpen()) {
      output.write(SqlToken.PLACEHOLDER);
      output.skip(1);
    } else if (token.is("UNKNOWN") && (output.last().is("IS") || output.last().is("NOT"))) {
      output.write(SqlToken.word("NULL"));
      output.skip(1);
    } else if (token.is("WITH") && next.is("ROLLUP")) {
      output.skip(2);
    } else if (token.is("DISTINCTROW")) {
      output.write(SqlToken.word("DISTINCT"));
      output.skip(1);
    } else if (token.is("TABLE") && next.isName()) {
      output.write(SqlToken.word("SELECT"));
      output.write(SqlToken.symbol("*"));
      output.write(SqlToken.word("FROM"));
      output.skip(1);
    } else if (token.is("ROW") && next.isOpen()) {
      output.skip(1);
    } else {
      return false;
    }
    return true;
  }
}
