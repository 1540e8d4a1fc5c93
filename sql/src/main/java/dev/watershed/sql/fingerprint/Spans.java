package dev.watershed.sql.fingerprint;

/** Ends of strings, quoted identifiers and comments. */
final class Spans {
  private Spans() {}

  /**
   * The first of two bytes in {@code b[from, to)}; {@code to} if neither is there. A string cares
   * for nothing but its quote and the backslash.
   */
  static int find(byte[] b, int from, int to, byte one, byte other) {
    int at = from;
    int last = to - Words.BYTES;
    while (at <= last) {
      long word = Words.load(b, at);
      long found = Words.equal(word, one) | Words.equal(word, other);
      if (found != 0) {
        return at + Words.before(found);
      }
      at += Words.BYTES;
    }
    while (at < to && b[at] != one && b[at] != other) {
      at++;
    }
    return at;
  }

  /**
   * The index of a string's closing quote; {@code to} if it is not there, or if the bytes beyond
   * {@code to} decide whether it is.
   */
  static int closingQuote(byte[] b, int from, int to, byte quote, boolean escapes) {
    byte escape = escapes ? (byte) '\\' : quote;
    int at = find(b, from, to, quote, escape);
    while (at + 1 < to) {
      if (b[at] == quote && b[at + 1] != quote) {
        return at;
      }
      at = find(b, at + 2, to, quote, escape);
    }
    return to;
  }
}
