package dev.watershed.sql.parse;

import dev.watershed.sql.parse.SqlToken.Kind;
import java.util.List;
import java.util.Set;

/**
 * Each literal becomes one token: lists of which a fingerprint keeps the beginning, variables with
 * what is assigned to them, {@code _charset ?}, adjacent strings, {@code DATE ?}, <code>{d ?}
 * </code>, names in the form of strings.
 */
final class Literals implements Pass {

  /** The function, without arguments, that stands for values of unknown number. */
  static final String MANY = "many literals";

  private static final Set<String> BEFORE_LITERAL =
      Set.of(
          "AT",
          "BOTH",
          "ESCAPE",
          "LEADING",
          "NEXT",
          "FIRST",
          "OFFSET",
          "SEPARATOR",
          "TRAILING",
          "WAIT",
          "SYSTEM",
          "TO");

  private static final Set<String> TYPES = Set.of("DATE", "TIME", "TIMESTAMP", "DATETIME");

  @Override
  public Set<String> triggers() {
    return Set.of();
  }

  @Override
  public List<SqlToken> apply(List<SqlToken> tokens) {
    TokenOutput output = new TokenOutput(tokens);
    while (output.hasNext()) {
      SqlToken token = output.peek(0);
      if (token.kind() == Kind.ELLIPSIS) {
        ellipsis(output);
      } else if (token.isLiteral()) {
        literal(output);
      } else if (token.kind() == Kind.WORD && output.peek(1).isLiteral() && isPrefix(output)) {
        output.skip(1);
        if (TYPES.contains(token.keyword())) {
          output.skip(1);
          output.write(SqlToken.literal(Kind.TEMPORAL, "?"));
        }
      } else if (token.isSymbol("{")) {
        output.skip(2);
      } else if (token.isSymbol("}")) {
        output.skip(1);
      } else {
        output.copy();
      }
    }
    return output.tokens();
  }

  private static boolean isPrefix(TokenOutput output) {
    SqlToken word = output.peek(0);
    boolean operand = !output.last().endsOperand() && !output.last().isDot();
    return word.text().startsWith("_") && word.text().length() > 1
        || operand && TYPES.contains(word.keyword());
  }

  private static void ellipsis(TokenOutput output) {
    boolean alone = output.peek(-1).isOpen() && output.peek(1).isClose();
    if (alone && output.peek(-2).is("IN")) {
      output.write(SqlToken.name(MANY));
      output.write(SqlToken.OPEN);
      output.write(SqlToken.CLOSE);
    } else {
      output.write(SqlToken.PLACEHOLDER);
      if (alone) {
        output.write(SqlToken.COMMA);
        output.write(SqlToken.PLACEHOLDER);
      }
    }
    output.skip(1);
  }

  private static void literal(TokenOutput output) {
    SqlToken before = output.last();
    boolean string =
        output.peek(0).kind() == Kind.STRING || output.peek(0).kind() == Kind.PLACEHOLDER;
    if (output.peek(0).kind() == Kind.VARIABLE && output.peek(1).isSymbol(":=")) {
      output.skip(2);
    } else if (string && before.is("AS")) {
      output.write(SqlToken.name("?"));
      output.skip(1);
    } else if (string && before.endsOperand() && !BEFORE_LITERAL.contains(before.keyword())) {
      output.skip(1);
    } else {
      output.copy();
    }
  }
}
