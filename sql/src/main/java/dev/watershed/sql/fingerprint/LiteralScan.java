package dev.watershed.sql.fingerprint;

/**
 * Ends of literals, of lists of literals and of rows of literals, found without making tokens of
 * them. Every method returns the index behind what it found, or {@link #NONE}.
 */
final class LiteralScan {

  static final int NONE = -1;

  private LiteralScan() {}

  /** A string in single quotes. */
  static int string(byte[] bytes, int at, int to, boolean escapes) {
    if (at >= to || bytes[at] != '\'') {
      return NONE;
    }
    int closing = Spans.closingQuote(bytes, at + 1, to + 1, (byte) '\'', escapes);
    return closing < to ? closing + 1 : NONE;
  }

  /** Digits with at most one point inside, and nothing joined to them. */
  static int number(byte[] bytes, int at, int to) {
    int i = digits(bytes, at, to);
    if (i == at) {
      return NONE;
    }
    if (i + 1 < to && bytes[i] == '.' && Bytes.isDigit(bytes[i + 1])) {
      i = digits(bytes, i + 1, to);
    }
    return i < to && joins(bytes[i]) ? NONE : i;
  }

  /** Whether a byte continues a name or a number. */
  static boolean joins(byte b) {
    return Bytes.isWord(b) || b == '.' || b == '@';
  }

  /**
   * At least {@code least} literals with commas between them: strings, numbers, negative numbers
   * and NULL.
   */
  static int list(byte[] bytes, int at, int to, int least, boolean escapes) {
    int count = 0;
    int i = at;
    int end = NONE;
    while (true) {
      int literal = literal(bytes, i, to, escapes);
      if (literal == NONE) {
        return NONE;
      }
      count++;
      end = literal;
      i = space(bytes, literal, to);
      if (i >= to || bytes[i] != ',') {
        return count >= least ? end : NONE;
      }
      i = space(bytes, i + 1, to);
    }
  }

  /**
   * Rows of literals with commas between them.
   *
   * @param several whether each row has several values, or each a single one
   */
  static int rows(byte[] bytes, int at, int to, boolean several, boolean escapes) {
    int i = at;
    while (true) {
      int end = row(bytes, i, to, several, escapes);
      if (end == NONE) {
        return NONE;
      }
      i = space(bytes, end, to);
      if (i >= to || bytes[i] != ',') {
        return end;
      }
      i = space(bytes, i + 1, to);
    }
  }

  /** The first byte that is no white space. */
  static int space(byte[] bytes, int at, int to) {
    int i = at;
    while (i < to && Bytes.isSpace(bytes[i])) {
      i++;
    }
    return i;
  }

  private static int row(byte[] bytes, int at, int to, boolean several, boolean escapes) {
    if (at >= to || bytes[at] != '(') {
      return NONE;
    }
    int from = space(bytes, at + 1, to);
    int end = several ? list(bytes, from, to, 2, escapes) : literal(bytes, from, to, escapes);
    if (end == NONE) {
      return NONE;
    }
    int closing = space(bytes, end, to);
    return closing < to && bytes[closing] == ')' ? closing + 1 : NONE;
  }

  private static int literal(byte[] bytes, int at, int to, boolean escapes) {
    if (at >= to) {
      return NONE;
    }
    byte b = bytes[at];
    if (b == '\'') {
      return string(bytes, at, to, escapes);
    }
    if ((b | 0x20) == 'n') {
      return nothing(bytes, at, to);
    }
    return number(bytes, b == '-' ? at + 1 : at, to);
  }

  private static int nothing(byte[] bytes, int at, int to) {
    boolean word =
        at + 4 <= to
            && (bytes[at + 1] | 0x20) == 'u'
            && (bytes[at + 2] | 0x20) == 'l'
            && (bytes[at + 3] | 0x20) == 'l';
    return word && !(at + 4 < to && joins(bytes[at + 4])) ? at + 4 : NONE;
  }

  private static int digits(byte[] bytes, int at, int to) {
    int i = at;
    while (i < to && Bytes.isDigit(bytes[i])) {
      i++;
    }
    return i;
  }
}
