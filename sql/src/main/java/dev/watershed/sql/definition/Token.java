package dev.watershed.sql.definition;

import java.util.Locale;

/**
 * A piece of a statement.
 *
 * @param text a name without its quotes, the content of a string, or the characters as they stand
 * @param from where it begins in the script
 * @param to behind its end
 */
record Token(Kind kind, String text, int from, int to) {

  enum Kind {
    /** A bare word: a keyword or a name. */
    WORD,
    /** A name in quotes. */
    NAME,
    STRING,
    /** A number, also {@code 0x…}, {@code b'…'} and the like. */
    NUMBER,
    SYMBOL,
    END
  }

  /** Whether this is this word, in any letter case, without quotes. */
  boolean is(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  boolean isSymbol(char symbol) {
    return kind == Kind.SYMBOL && text.charAt(0) == symbol;
  }

  boolean isName() {
    return kind == Kind.NAME || kind == Kind.WORD;
  }

  /** The word in capitals; empty if this is none. */
  String keyword() {
    return kind == Kind.WORD ? text.toUpperCase(Locale.ROOT) : "";
  }

  /** What people may read of it: no literal. */
  String described() {
    return switch (kind) {
      case WORD, NAME, SYMBOL -> "'" + text + "'";
      case STRING -> "a string";
      case NUMBER -> "a number";
      case END -> "the end of the statement";
    };
  }
}
