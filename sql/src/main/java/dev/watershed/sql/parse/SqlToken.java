package dev.watershed.sql.parse;

import java.util.Locale;

/**
 * A piece of a statement.
 *
 * @param kind what it is
 * @param text a word as written, a name without its quotes, a symbol, a number, a hint; for other
 *     literals a text of the same type that is not theirs
 * @param keyword the word in upper case if it may be a keyword, else empty
 */
record SqlToken(Kind kind, String text, String keyword) {

  enum Kind {
    /** A bare word: a keyword or a name. */
    WORD,
    /** A name in quotes, or a word that can be nothing else. */
    NAME,
    SYMBOL,
    /** {@code ?}, and everything of which as little is known. */
    PLACEHOLDER,
    NUMBER,
    STRING,
    /** A point or span of time. */
    TEMPORAL,
    /** {@code 0x…}, {@code b'…'}. */
    BINARY,
    /** A user or system variable. */
    VARIABLE,
    /** {@code ...}: more literals. */
    ELLIPSIS,
    /** An optimizer hint. */
    HINT,
    /** Behind the last one. */
    END
  }

  static final SqlToken END = new SqlToken(Kind.END, "", "");
  static final SqlToken PLACEHOLDER = new SqlToken(Kind.PLACEHOLDER, "?", "");
  static final SqlToken COMMA = symbol(",");
  static final SqlToken OPEN = symbol("(");
  static final SqlToken CLOSE = symbol(")");

  static SqlToken symbol(String text) {
    return new SqlToken(Kind.SYMBOL, text, "");
  }

  static SqlToken word(String text) {
    return new SqlToken(Kind.WORD, text, text.toUpperCase(Locale.ROOT));
  }

  static SqlToken name(String text) {
    return new SqlToken(Kind.NAME, text, "");
  }

  static SqlToken literal(Kind kind, String text) {
    return new SqlToken(kind, text, "");
  }

  boolean is(String word) {
    return keyword.equals(word);
  }

  boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /** Whether there is none. */
  boolean isEnd() {
    return kind == Kind.END;
  }

  boolean isOpen() {
    return isSymbol("(");
  }

  boolean isClose() {
    return isSymbol(")");
  }

  boolean isComma() {
    return isSymbol(",");
  }

  boolean isDot() {
    return isSymbol(".");
  }

  /** A name, or a word that the syntax has no other use for. */
  boolean isName() {
    return kind == Kind.NAME || kind == Kind.WORD && !CoreWords.isReserved(keyword);
  }

  /** A name of no characters, which no server takes. */
  boolean isNameless() {
    return kind == Kind.NAME && text.isEmpty();
  }

  boolean isLiteral() {
    return switch (kind) {
      case PLACEHOLDER, NUMBER, STRING, TEMPORAL, BINARY, VARIABLE -> true;
      default -> false;
    };
  }

  /** Whether an operand may end here, so that an operator or a clause follows. */
  boolean endsOperand() {
    return isLiteral()
        || kind == Kind.ELLIPSIS
        || isClose()
        || isName()
        || CoreWords.isValue(keyword);
  }
}
