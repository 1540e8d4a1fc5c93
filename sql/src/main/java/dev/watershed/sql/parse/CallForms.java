package dev.watershed.sql.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Functions whose arguments words divide, such as {@code CAST(a AS CHAR)} or {@code TRIM(LEADING a
 * FROM b)}, get commas between them, and lose what is no expression. {@code MATCH (a, b) AGAINST
 * (…)} becomes {@code MATCH(a, b)}.
 */
final class CallForms implements Pass {

  /**
   * How the arguments of a function are written, as words outside of nested parentheses.
   *
   * @param dropFrom from one of them on, nothing is an argument
   * @param divide one of them stands between two arguments
   * @param drop they are no arguments
   * @param dropUntil up to the first of them, nothing is an argument
   */
  private record Form(
      Set<String> dropFrom, Set<String> divide, Set<String> drop, Set<String> dropUntil) {

    private static Form endingAt(String... words) {
      return new Form(Set.of(words), Set.of(), Set.of(), Set.of());
    }

    private static Form dividedBy(String... words) {
      return new Form(Set.of(), Set.of(words), Set.of(), Set.of());
    }

    private static Form behind(String word) {
      return new Form(Set.of(), Set.of(), Set.of(), Set.of(word));
    }
  }

  private static final Form AGGREGATE =
      new Form(
          Set.of("SEPARATOR", "LIMIT"), Set.of("ORDER"), Set.of("BY", "ASC", "DESC"), Set.of());

  private static final Form JSON_VALUE = Form.endingAt("RETURNING", "NULL", "ERROR", "DEFAULT");

  private static final Map<String, Form> FORMS =
      Map.ofEntries(
          Map.entry("CAST", Form.endingAt("AS", "AT")),
          Map.entry("CONVERT", Form.endingAt("USING", ",")),
          Map.entry("CHAR", Form.endingAt("USING")),
          Map.entry("WEIGHT_STRING", Form.endingAt("AS", "LEVEL")),
          Map.entry("JSON_VALUE", JSON_VALUE),
          Map.entry("JSON_TABLE", Form.endingAt(",")),
          Map.entry("POSITION", Form.dividedBy("IN")),
          Map.entry("SUBSTRING", Form.dividedBy("FROM", "FOR")),
          Map.entry("SUBSTR", Form.dividedBy("FROM", "FOR")),
          Map.entry("MID", Form.dividedBy("FROM", "FOR")),
          Map.entry(
              "TRIM",
              new Form(Set.of(), Set.of("FROM"), Set.of("BOTH", "LEADING", "TRAILING"), Set.of())),
          Map.entry("GROUP_CONCAT", AGGREGATE),
          Map.entry("JSON_ARRAYAGG", AGGREGATE),
          Map.entry("EXTRACT", Form.behind("FROM")),
          Map.entry("TIMESTAMPADD", Form.behind(",")),
          Map.entry("TIMESTAMPDIFF", Form.behind(",")),
          Map.entry("GET_FORMAT", Form.behind(",")),
          Map.entry("MATCH", new Form(Set.of(), Set.of(), Set.of(), Set.of())));

  /** A call whose arguments are being read. */
  private static final class Call {
    private final Form form;
    private final int depth;
    private boolean begun;

    private Call(Form form, int depth) {
      this.form = form;
      this.depth = depth;
      this.begun = form.dropUntil().isEmpty();
    }
  }

  @Override
  public Set<String> triggers() {
    return FORMS.keySet();
  }

  @Override
  public List<SqlToken> apply(List<SqlToken> tokens) {
    TokenOutput output = new TokenOutput(tokens);
    Parentheses parentheses = Parentheses.of(tokens);
    Deque<Call> calls = new ArrayDeque<>();
    int depth = 0;
    while (output.hasNext()) {
      SqlToken token = output.peek(0);
      Optional<Form> form = form(output);
      if (token.isClose() && !calls.isEmpty() && calls.peek().depth == depth) {
        calls.pop();
      }
      depth += token.isOpen() ? 1 : token.isClose() ? -1 : 0;
      if (form.isPresent()) {
        output.write(SqlToken.name(token.keyword()));
        output.write(SqlToken.OPEN);
        output.skip(2);
        calls.push(new Call(form.get(), ++depth));
      } else if (!calls.isEmpty() && calls.peek().depth == depth && !token.isOpen()) {
        argument(output, calls.peek(), parentheses);
      } else if (token.is("AGAINST") && output.peek(1).isOpen() && output.last().isClose()) {
        output.skipTo(parentheses.partner(output.at() + 1) + 1);
      } else {
        output.copy();
      }
    }
    return output.tokens();
  }

  private static Optional<Form> form(TokenOutput output) {
    boolean call = output.peek(1).isOpen() && !output.last().isDot();
    return call ? Optional.ofNullable(FORMS.get(output.peek(0).keyword())) : Optional.empty();
  }

  private static void argument(TokenOutput output, Call call, Parentheses parentheses) {
    SqlToken token = output.peek(0);
    String word = token.isComma() ? "," : token.keyword();
    Form form = call.form;
    if (!call.begun) {
      call.begun = form.dropUntil().contains(word);
      output.skip(1);
    } else if (form.dropFrom().contains(word) && !output.last().isOpen()) {
      skipArguments(output, parentheses);
    } else if (form.drop().contains(word)) {
      output.skip(1);
    } else if (form.divide().contains(word)) {
      output.skip(1);
      if (!output.last().isOpen()) {
        output.write(SqlToken.COMMA);
      }
    } else {
      output.copy();
    }
  }

  /** Skips what is left of a call, up to its closing parenthesis. */
  private static void skipArguments(TokenOutput output, Parentheses parentheses) {
    while (!output.peek(0).isEnd() && !output.peek(0).isClose()) {
      output.skipTo(
          output.peek(0).isOpen() ? parentheses.partner(output.at()) + 1 : output.at() + 1);
    }
  }
}
