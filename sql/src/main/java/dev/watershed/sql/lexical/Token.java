package dev.watershed.sql.lexical;

/**
 * A piece of a fingerprint text.
 *
 * @param kind what it is
 * @param text a name without its quotes, a word as written, a symbol; empty for the end
 * @param keyword the word in upper case if it may be a keyword, else empty: quoted names and words
 *     after a dot never are
 */
record Token(Kind kind, String text, String keyword) {

  enum Kind {
    /** A bare word: a keyword or a name. */
    WORD,
    /** A name in back-ticks. */
    QUOTED,
    /** One character that is none of the others. */
    SYMBOL,
    /** {@code ?}, a number, a string, a user variable. */
    LITERAL,
    /** {@code ...} or {@code …}. */
    ELLIPSIS,
    /** After the last token, for ever. */
    END
  }

  static final Token END = new Token(Kind.END, "", "");
  static final Token ELLIPSIS = new Token(Kind.ELLIPSIS, "...", "");
  static final Token LITERAL = new Token(Kind.LITERAL, "?", "");

  boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED;
  }

  boolean isSymbol(char symbol) {
    return kind == Kind.SYMBOL && text.charAt(0) == symbol;
  }

  /** Whether nothing of this statement follows. */
  boolean endsStatement() {
    return kind == Kind.END || isSymbol(';');
  }
}
