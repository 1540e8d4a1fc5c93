package dev.watershed.sql.parse;

import java.util.List;
import java.util.Set;

/** {@code INTERVAL a DAY} becomes {@code INTERVAL(a)}; the function of that name is one already. */
final class Intervals implements Pass {

  private static final Set<String> UNITS =
      Set.of(
          "MICROSECOND",
          "SECOND",
          "MINUTE",
          "HOUR",
          "DAY",
          "WEEK",
          "MONTH",
          "QUARTER",
          "YEAR",
          "SQL_TSI_SECOND",
          "SQL_TSI_MINUTE",
          "SQL_TSI_HOUR",
          "SQL_TSI_DAY",
          "SQL_TSI_WEEK",
          "SQL_TSI_MONTH",
          "SQL_TSI_QUARTER",
          "SQL_TSI_YEAR",
          "SECOND_MICROSECOND",
          "MINUTE_MICROSECOND",
          "MINUTE_SECOND",
          "HOUR_MICROSECOND",
          "HOUR_SECOND",
          "HOUR_MINUTE",
          "DAY_MICROSECOND",
          "DAY_SECOND",
          "DAY_MINUTE",
          "DAY_HOUR",
          "YEAR_MONTH");

  @Override
  public Set<String> triggers() {
    return Set.of("INTERVAL");
  }

  @Override
  public List<SqlToken> apply(List<SqlToken> tokens) {
    TokenOutput output = new TokenOutput(tokens);
    Parentheses parentheses = Parentheses.of(tokens);
    boolean[] units = new boolean[tokens.size() + 1];
    while (output.hasNext()) {
      if (units[output.at()]) {
        output.skip(1);
        continue;
      }
      int unit = output.peek(0).is("INTERVAL") ? unit(tokens, output.at() + 1, parentheses) : -1;
      if (unit >= 0) {
        output.write(SqlToken.name("INTERVAL"));
        output.write(SqlToken.OPEN);
        output.skip(1);
        output.closeBefore(unit);
        units[unit] = true;
      } else {
        output.copy();
      }
    }
    return output.tokens();
  }

  /** An interval inside an interval needs parentheses. */
  private static boolean endsOperand(SqlToken token) {
    return token.isClose() || token.isComma() || token.is("INTERVAL");
  }

  /** The index of the unit behind the expression that begins here; -1 if there is none. */
  private static int unit(List<SqlToken> tokens, int from, Parentheses parentheses) {
    int at = from;
    while (at < tokens.size() && !endsOperand(tokens.get(at))) {
      if (at > from
          && UNITS.contains(tokens.get(at).keyword())
          && tokens.get(at - 1).endsOperand()) {
        return at;
      }
      at = tokens.get(at).isOpen() ? parentheses.partner(at) + 1 : at + 1;
    }
    return -1;
  }
}
