package dev.watershed.sql.lexical;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A place in a list of tokens, and the small readings that several rules share. */
final class TokenCursor {

  private final List<Token> tokens;
  private int at;

  TokenCursor(List<Token> tokens) {
    this.tokens = tokens;
  }

  TokenCursor copy() {
    TokenCursor copy = new TokenCursor(tokens);
    copy.at = at;
    return copy;
  }

  /** Goes to the place of a cursor over the same tokens. */
  void moveTo(TokenCursor other) {
    at = other.at;
  }

  /** The token {@code distance} places ahead; 0 is the next one, -1 the last one taken. */
  Token peek(int distance) {
    int index = at + distance;
    return index >= 0 && index < tokens.size() ? tokens.get(index) : Token.END;
  }

  Token take() {
    Token token = peek(0);
    at = Math.min(at + 1, tokens.size());
    return token;
  }

  void skip(int count) {
    at = Math.min(at + count, tokens.size());
  }

  boolean atEnd() {
    return at >= tokens.size();
  }

  /** Whether the next tokens are these keywords. */
  boolean isAt(String... keywords) {
    for (int i = 0; i < keywords.length; i++) {
      if (!peek(i).keyword().equals(keywords[i])) {
        return false;
      }
    }
    return true;
  }

  boolean isAtAny(Set<String> keywords) {
    return keywords.contains(peek(0).keyword());
  }

  /** Takes these keywords if they come next. */
  boolean takeIf(String... keywords) {
    boolean there = isAt(keywords);
    if (there) {
      skip(keywords.length);
    }
    return there;
  }

  boolean takeIf(char symbol) {
    boolean there = peek(0).isSymbol(symbol);
    if (there) {
      skip(1);
    }
    return there;
  }

  void skipWhileAny(Set<String> keywords) {
    while (!atEnd() && isAtAny(keywords)) {
      skip(1);
    }
  }

  /**
   * Skips to the first of these keywords, which is not taken; false if the statement ends first.
   */
  boolean skipTo(Set<String> keywords) {
    while (!peek(0).endsStatement()) {
      if (isAtAny(keywords)) {
        return true;
      }
      skip(1);
    }
    return false;
  }

  void skipStatement() {
    while (!peek(0).endsStatement()) {
      skip(1);
    }
  }

  /** Skips {@code ( … )} if it comes next, with what is nested in it. */
  void skipParentheses() {
    if (!peek(0).isSymbol('(')) {
      return;
    }
    int depth = 0;
    do {
      Token token = take();
      depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
    } while (depth > 0 && !atEnd());
  }

  /**
   * Takes a table's name, {@code a}, {@code a.b}, or {@code a.*} of a multi-table DELETE. Empty if
   * there is none, or if the text is cut behind it, where a name may have been its schema.
   */
  Optional<TableName> takeName() {
    takeIf('.');
    if (!peek(0).isName() || Keywords.isNoBareName(peek(0).keyword())) {
      return Optional.empty();
    }
    String first = take().text();
    Optional<TableName> name = Optional.of(new TableName(Optional.empty(), first));
    while (peek(0).isSymbol('.')) {
      if (peek(1).isSymbol('*')) {
        skip(2);
        return name;
      }
      if (!peek(1).isName()) {
        skip(1);
        return Optional.empty();
      }
      skip(1);
      String second = take().text();
      name = Optional.of(new TableName(Optional.of(first), second));
      first = second;
    }
    boolean cut = peek(0).kind() == Token.Kind.ELLIPSIS && peek(1).kind() == Token.Kind.END;
    return cut ? Optional.empty() : name;
  }

  /** Takes {@code [AS] alias} if it comes next. */
  Optional<String> takeAlias() {
    takeIf("AS");
    boolean there = peek(0).isName() && !Keywords.isNoBareName(peek(0).keyword());
    return there ? Optional.of(take().text()) : Optional.empty();
  }
}
