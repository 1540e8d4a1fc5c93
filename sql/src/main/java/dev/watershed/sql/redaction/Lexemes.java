package dev.watershed.sql.redaction;

import dev.watershed.sql.DollarQuotes;

/**
 * Where literals, names and comments end. All ranges end at {@code to} at the latest. The rules are
 * those of the server's lexer (MySQL 9.7, {@code sql/sql_lex.cc}, lex_one_token), wider where it
 * would take a piece of what looks like a literal for a name.
 */
final class Lexemes {

  private Lexemes() {}

  /** Behind the closing quote of what the byte at {@code from} quotes, or -1 if there is none. */
  static int endOfString(byte[] bytes, int from, int to, boolean backslashEscapes) {
    byte quote = bytes[from];
    int at = from + 1;
    while (at < to) {
      if (bytes[at] == '\\' && backslashEscapes) {
        at += 2;
      } else if (bytes[at] != quote) {
        at++;
      } else if (at + 1 < to && bytes[at + 1] == quote) {
        at += 2;
      } else {
        return at + 1;
      }
    }
    return -1;
  }

  /** Behind a comment that begins at {@code from}, or -1 if it has no end. */
  static int endOfComment(byte[] bytes, int from, int to) {
    for (int at = from + 2; at + 1 < to; at++) {
      if (bytes[at] == '*' && bytes[at + 1] == '/') {
        return at + 2;
      }
    }
    return -1;
  }

  static int endOfWord(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && isWordByte(bytes[at] & 0xff)) {
      at++;
    }
    return at;
  }

  static int endOfDigits(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && isDigit(bytes[at])) {
      at++;
    }
    return at;
  }

  /** Behind the number that begins with the digit at {@code from}, or -1 if it begins a name. */
  static int endOfNumber(byte[] bytes, int from, int to) {
    int word = endOfWord(bytes, from, to);
    int digits = endOfDigits(bytes, from, to);
    if (digits == word) {
      return digits < to && bytes[digits] == '.' ? endOfFraction(bytes, digits, to) : digits;
    }
    if (isRadixLiteral(bytes, from, word)) {
      return word;
    }
    if (bytes[digits] != 'e' && bytes[digits] != 'E') {
      return -1;
    }
    boolean exponentInWord = digits + 1 < word && isDigit(bytes[digits + 1]);
    if (exponentInWord) {
      return word;
    }
    if (digits + 1 < word) {
      return -1;
    }
    // a name may be 12e, but so may be the start of a number that the end of the text cuts
    return isSignedDigit(bytes, word, to) ? endOfDigits(bytes, word + 1, to) : word;
  }

  /** Behind the fraction and the exponent that begin with the dot at {@code from}. */
  static int endOfFraction(byte[] bytes, int from, int to) {
    int digits = endOfDigits(bytes, from + 1, to);
    if (digits == to || (bytes[digits] != 'e' && bytes[digits] != 'E')) {
      return digits;
    }
    int exponent = digits + 1;
    if (exponent < to && isDigit(bytes[exponent])) {
      return endOfDigits(bytes, exponent, to);
    }
    return isSignedDigit(bytes, exponent, to) ? endOfDigits(bytes, exponent + 1, to) : digits;
  }

  /** {@code 0x} with a hexadecimal digit, even if other letters follow; {@code 0b} with bits. */
  private static boolean isRadixLiteral(byte[] bytes, int from, int word) {
    if (bytes[from] != '0' || word - from < 3) {
      return false;
    }
    if (bytes[from + 1] == 'x' || bytes[from + 1] == 'X') {
      return Character.digit(bytes[from + 2], 16) >= 0;
    }
    boolean bits = bytes[from + 1] == 'b' || bytes[from + 1] == 'B';
    for (int at = from + 2; at < word && bits; at++) {
      bits = bytes[at] == '0' || bytes[at] == '1';
    }
    return bits;
  }

  private static boolean isSignedDigit(byte[] bytes, int at, int to) {
    return at + 1 < to && (bytes[at] == '-' || bytes[at] == '+') && isDigit(bytes[at + 1]);
  }

  /**
   * Where the literal begins that the word [from, end) is a prefix of, or -1. {@code N}, {@code X}
   * and {@code B} stand right before their quote; a character set ({@code _utf8mb4}) stands before
   * a string, or a hexadecimal or bit literal, with white space between. A column with such a name
   * and a quoted alias behind it loses its name.
   */
  static int prefixedLiteral(byte[] bytes, int from, int end, int to, boolean ansiQuotes) {
    boolean oneLetter = end - from == 1 && "nNxXbB".indexOf(bytes[from]) >= 0;
    if (oneLetter) {
      return isQuote(bytes, end, to, ansiQuotes) ? end : -1;
    }
    if (bytes[from] != '_') {
      return -1;
    }
    int at = end;
    while (at < to && isBlank(bytes[at] & 0xff)) {
      at++;
    }
    boolean radix = at + 1 < to && bytes[at] == '0' && "xXbB".indexOf(bytes[at + 1]) >= 0;
    boolean letter = at < to && "xXbB".indexOf(bytes[at]) >= 0;
    boolean quoted = isQuote(bytes, letter ? at + 1 : at, to, ansiQuotes);
    return quoted || radix ? at : -1;
  }

  private static boolean isQuote(byte[] bytes, int at, int to, boolean ansiQuotes) {
    return at < to && (bytes[at] == '\'' || (bytes[at] == '"' && !ansiQuotes));
  }

  /** Behind the literal between dollars that begins at {@code from}, or -1 if it has no end. */
  static int endOfDollarString(byte[] bytes, int from, int to) {
    DollarQuotes quotes = new DollarQuotes(DollarQuotes.endOfTag(bytes, from, to) - from);
    int end = quotes.close(bytes, quotes.open(bytes, from, to), to);
    return quotes.closed() ? end : -1;
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** White space, and other control characters, which no statement means. */
  static boolean isBlank(int c) {
    return (c >= 0 && c <= ' ') || c == 0x7f;
  }

  static boolean isWordByte(int c) {
    return isDigit(c)
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '_'
        || c == '$'
        || c >= 0x80;
  }
}
