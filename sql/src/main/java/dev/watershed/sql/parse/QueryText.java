package dev.watershed.sql.parse;

import java.util.List;
import java.util.Set;

/**
 * Writes tokens as the text of a query that the library parses: every name and function in
 * back-ticks, so that none is one of the library's own keywords.
 */
final class QueryText {

  /** The function, without arguments, that stands for a literal of time. */
  static final String TEMPORAL = "temporal literal";

  /** The function, without arguments, that stands for a literal of bytes. */
  static final String BINARY = "binary literal";

  private static final int LONGEST_NUMBER = 18;
  private static final Set<String> BEFORE_VALUES =
      Set.of("UNION", "ALL", "EXCEPT", "INTERSECT", "AS");

  private final List<SqlToken> tokens;
  private final StringBuilder text = new StringBuilder();
  private int openCases;

  private QueryText(List<SqlToken> tokens) {
    this.tokens = tokens;
  }

  static String of(List<SqlToken> tokens) {
    QueryText query = new QueryText(tokens);
    for (int i = 0; i < tokens.size(); i++) {
      query.write(i);
    }
    return query.text.toString();
  }

  private SqlToken token(int index) {
    return index >= 0 && index < tokens.size() ? tokens.get(index) : SqlToken.END;
  }

  private void write(int index) {
    SqlToken token = tokens.get(index);
    if (!token.isDot() && !token(index - 1).isDot()) {
      text.append(' ');
    }
    switch (token.kind()) {
      case WORD -> word(token, index);
      case NAME -> name(token.text());
      case SYMBOL -> text.append(token.text());
      case NUMBER -> text.append(number(token.text()));
      case STRING -> text.append('\'').append(token.text()).append('\'');
      case TEMPORAL -> call(TEMPORAL);
      case BINARY -> call(BINARY);
      default -> text.append('?');
    }
  }

  private void word(SqlToken token, int index) {
    String keyword = token.keyword();
    SqlToken next = token(index + 1);
    boolean call = next.isOpen() && CoreWords.mayBeFunction(keyword);
    if (token(index - 1).is("COLLATE")) {
      text.append(token.text());
    } else if (keyword.equals("CASE")) {
      openCases++;
      text.append(keyword);
    } else if (keyword.equals("END") && openCases > 0 && !token(index - 1).isDot()) {
      openCases--;
      text.append(keyword);
    } else if (isWordHere(token, index)) {
      text.append(keyword);
    } else if (call || !CoreWords.isReserved(keyword) || token(index - 1).isDot()) {
      name(token.text());
    } else {
      text.append(keyword);
    }
  }

  /** Whether a word that may be a name is none in this place. */
  private boolean isWordHere(SqlToken token, int index) {
    SqlToken before = token(index - 1);
    SqlToken next = token(index + 1);
    return switch (token.keyword()) {
      case "OFFSET" -> next.isLiteral() && before.isLiteral();
      case "ANY", "SOME" -> next.isOpen() && before.kind() == SqlToken.Kind.SYMBOL;
      case "VALUES" ->
          before.isEnd()
              || before.isClose()
              || BEFORE_VALUES.contains(before.keyword())
              || before.isOpen() && !token(index - 2).isName();
      default -> false;
    };
  }

  private void name(String name) {
    text.append('`').append(NameCode.encoded(name)).append('`');
  }

  private void call(String name) {
    name(name);
    text.append("()");
  }

  /** A number that the library reads as such; large ones and fractions are alike. */
  private static String number(String number) {
    boolean whole =
        number.length() <= LONGEST_NUMBER && number.chars().allMatch(Character::isDigit);
    return whole ? number : "0.5";
  }
}
