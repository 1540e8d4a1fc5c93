package dev.watershed.sql.parse;

import java.util.List;
import java.util.Set;

/**
 * MySQL's own operators: {@code doc -> path} and {@code BINARY a} become functions of the same
 * name, {@code a MEMBER OF (doc)} becomes {@code a REGEXP `MEMBER OF`(doc)}, a {@code !} a NOT in
 * parentheses. ESCAPE goes.
 */
final class Operators implements Pass {

  /** The function in whose arguments an element is looked for. */
  static final String MEMBER_OF = "MEMBER OF";

  @Override
  public Set<String> triggers() {
    return Set.of();
  }

  @Override
  public List<SqlToken> apply(List<SqlToken> tokens) {
    TokenOutput output = new TokenOutput(tokens);
    Parentheses parentheses = Parentheses.of(tokens);
    while (output.hasNext()) {
      if (output.peek(0).kind() == SqlToken.Kind.SYMBOL) {
        symbol(output, parentheses);
      } else if (!word(output, parentheses)) {
        output.copy();
      }
    }
    return output.tokens();
  }

  private static void symbol(TokenOutput output, Parentheses parentheses) {
    String symbol = output.peek(0).text();
    switch (symbol) {
      case "->", "->>" -> {
        output.writeBefore(output.lengthOfLastName(), SqlToken.name(symbol), SqlToken.OPEN);
        output.write(SqlToken.COMMA);
        output.skip(1);
        output.closeBefore(output.at() + 1);
      }
      case "!" -> {
        output.skip(1);
        output.write(SqlToken.OPEN);
        output.write(SqlToken.word("NOT"));
        output.closeBefore(output.endOfOperand(output.at(), parentheses));
      }
      case "&&" -> replace(output, SqlToken.word("AND"));
      case "!=" -> replace(output, SqlToken.symbol("<>"));
      case ":=" -> replace(output, SqlToken.symbol("="));
      default -> output.copy();
    }
  }

  /** Rewrites what begins with the next word; false if it is none of these operators. */
  private static boolean word(TokenOutput output, Parentheses parentheses) {
    SqlToken next = output.peek(1);
    switch (output.peek(0).keyword()) {
      case "BINARY" -> {
        if (output.last().endsOperand() || output.last().isDot()) {
          return false;
        }
        output.skip(1);
        output.write(SqlToken.name("BINARY"));
        output.write(SqlToken.OPEN);
        output.closeBefore(output.endOfOperand(output.at(), parentheses));
      }
      case "MEMBER" -> {
        if (!next.is("OF")) {
          return false;
        }
        output.skip(2);
        output.write(SqlToken.word("REGEXP"));
        output.write(SqlToken.name(MEMBER_OF));
      }
      case "SOUNDS" -> {
        if (!next.is("LIKE")) {
          return false;
        }
        output.skip(2);
        output.write(SqlToken.word("REGEXP"));
      }
      case "RLIKE" -> replace(output, SqlToken.word("REGEXP"));
      case "ESCAPE" -> {
        if (!next.isLiteral()) {
          return false;
        }
        output.skip(2);
      }
      case "MOD" -> {
        if (!output.last().endsOperand()) {
          return false;
        }
        replace(output, SqlToken.symbol("%"));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void replace(TokenOutput output, SqlToken token) {
    output.write(token);
    output.skip(1);
  }
}
