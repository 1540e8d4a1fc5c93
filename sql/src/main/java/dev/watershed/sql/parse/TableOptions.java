package dev.watershed.sql.parse;

import java.util.List;
import java.util.Set;

/**
 * What stands behind a table and tells how it is read, not what: {@code PARTITION (p)}, index
 * hints, MariaDB's {@code FOR SYSTEM_TIME}. Index hints are collected.
 */
final class TableOptions implements Pass {

  private static final Set<String> HINTS = Set.of("USE", "FORCE", "IGNORE");
  private static final Set<String> INDEXES = Set.of("INDEX", "KEY");

  private final List<String> hints;

  /**
   * @param hints where index hints go
   */
  TableOptions(List<String> hints) {
    this.hints = hints;
  }

  @Override
  public Set<String> triggers() {
    return Set.of("USE", "FORCE", "IGNORE", "PARTITION", "SYSTEM_TIME");
  }

  @Override
  public List<SqlToken> apply(List<SqlToken> tokens) {
    TokenOutput output = new TokenOutput(tokens);
    Parentheses parentheses = Parentheses.of(tokens);
    while (output.hasNext()) {
      SqlToken token = output.peek(0);
      if (HINTS.contains(token.keyword()) && INDEXES.contains(output.peek(1).keyword())) {
        indexHint(output, parentheses, tokens);
      } else if (token.is("PARTITION") && output.peek(1).isOpen() && output.last().isName()) {
        output.skipTo(parentheses.partner(output.at() + 1) + 1);
      } else if (token.is("FOR") && output.peek(1).is("SYSTEM_TIME")) {
        systemTime(output, parentheses);
      } else {
        output.copy();
      }
    }
    return output.tokens();
  }

  private void indexHint(TokenOutput output, Parentheses parentheses, List<SqlToken> tokens) {
    int from = output.at();
    int open = from + 2;
    while (open < tokens.size() && !tokens.get(open).isOpen()) {
      open++;
    }
    int end = open < tokens.size() ? parentheses.partner(open) + 1 : open;
    StringBuilder hint = new StringBuilder();
    for (SqlToken token : tokens.subList(from, Math.min(end, tokens.size()))) {
      boolean tight = hint.isEmpty() || token.isClose() || token.isComma();
      boolean afterOpen = !hint.isEmpty() && hint.charAt(hint.length() - 1) == '(';
      hint.append(tight || afterOpen ? "" : " ").append(token.text());
    }
    hints.add(hint.toString());
    output.skipTo(end);
    boolean another =
        output.peek(0).isComma()
            && HINTS.contains(output.peek(1).keyword())
            && INDEXES.contains(output.peek(2).keyword());
    output.skip(another ? 1 : 0);
  }

  private static void systemTime(TokenOutput output, Parentheses parentheses) {
    output.skip(2);
    String form = output.peek(0).keyword();
    output.skip(1);
    if (form.equals("AS")) {
      output.skip(output.peek(1).is("TIMESTAMP") ? 2 : 1);
      output.skipTo(output.endOfOperand(output.at(), parentheses));
    } else if (!form.equals("ALL")) {
      output.skipTo(output.endOfOperand(output.at(), parentheses));
      output.skip(1);
      output.skipTo(output.endOfOperand(output.at(), parentheses));
    }
  }
}
