package dev.watershed.sql.fingerprint;

/** Numbers as the server's lexer cuts them; what begins with digits may also be a name. */
final class Numbers {
  /** The number may go on beyond the bytes at hand. */
  static final int MORE = -1;

  /** What stands there is a name. */
  static final int NAME = -2;

  /** Bit of an answer, beside the end: digits only. */
  static final int INTEGER = 1 << 30;

  /** The bits of an answer that are the number of bytes. */
  static final int LENGTH = INTEGER - 1;

  private Numbers() {}

  /**
   * Measures the number that begins at {@code at}, where a digit stands, or a point and a digit.
   *
   * @param limit where to stop looking
   * @param whole whether a number that reaches the limit ends there
   */
  static int measure(byte[] b, int at, int limit, boolean whole) {
    if (b[at] == '0' && at + 1 < limit && (b[at + 1] == 'x' || b[at + 1] == 'b')) {
      return radix(b, at, limit, whole);
    }
    int end = digits(b, at, limit);
    if (end == limit) {
      return whole ? end - at | INTEGER : MORE;
    }
    if (b[end] != '.') {
      int exponent = exponent(b, end, limit, whole);
      if (exponent != end) {
        return exponent < 0 ? MORE : exponent - at;
      }
      return Bytes.isWord(b[end]) ? NAME : end - at | INTEGER;
    }
    end = digits(b, end + 1, limit);
    int exponent = exponent(b, end, limit, whole);
    return exponent < 0 || end == limit && !whole ? MORE : exponent - at;
  }

  /** {@code 0x} and {@code 0b}: at least one digit, and no byte of a name after the last. */
  private static int radix(byte[] b, int at, int limit, boolean whole) {
    boolean hexadecimal = b[at + 1] == 'x';
    int end = at + 2;
    while (end < limit && (hexadecimal ? Bytes.isHexDigit(b[end]) : (b[end] & ~1) == '0')) {
      end++;
    }
    if (end == limit && !whole) {
      return MORE;
    }
    return end - at > 2 && (end == limit || !Bytes.isWord(b[end])) ? end - at : NAME;
  }

  /** The end of the exponent that begins at {@code at}, which is {@code at} if none does. */
  private static int exponent(byte[] b, int at, int limit, boolean whole) {
    if (at == limit || (b[at] | 0x20) != 'e') {
      return at;
    }
    int first = at + 1;
    if (first < limit && (b[first] == '+' || b[first] == '-')) {
      first++;
    }
    int end = digits(b, first, limit);
    if (end == limit && !whole) {
      return MORE;
    }
    return end == first ? at : end;
  }

  private static int digits(byte[] b, int from, int limit) {
    int at = from;
    while (at < limit && Bytes.isDigit(b[at])) {
      at++;
    }
    return at;
  }
}
