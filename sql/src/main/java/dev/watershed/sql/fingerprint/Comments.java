package dev.watershed.sql.fingerprint;

/**
 * Block comments: where they end, the versions of executable ones, and the bodies of those that
 * stand at either end of a statement.
 */
final class Comments {
  /** The version may go on beyond the bytes at hand. */
  static final int MORE = -2;

  private static final int SHORT_VERSION = 5;
  private static final int LONG_VERSION = 6;

  private boolean mayNest;
  private boolean nested;
  private int body;
  private boolean anyToken;

  private int leadingFrom;
  private int leadingTo;
  private int trailingFrom;
  private int trailingTo;

  void clear() {
    anyToken = false;
    leadingFrom = -1;
    leadingTo = -1;
    trailingFrom = -1;
    trailingTo = -1;
  }

  /** Indexes into the array of an earlier feed are worth nothing for a comment that is open. */
  void nextFeed() {
    body = -1;
  }

  /** A token came: no comment before it is a trailing one. */
  void token() {
    anyToken = true;
    trailingFrom = -1;
    trailingTo = -1;
  }

  /**
   * @param body where the comment's text begins
   * @param mayNest whether it is code for a newer server, which may hold comments itself
   */
  void open(int body, boolean mayNest) {
    this.body = mayNest ? -1 : body;
    this.mayNest = mayNest;
    nested = false;
  }

  /**
   * Looks for the end of the open comment: the complement of the index behind it; or, where it is
   * not there, {@code to} or the index of a last byte whose meaning the next one decides.
   */
  int close(byte[] b, int from, int to) {
    byte other = mayNest ? (byte) '/' : (byte) '*';
    int at = Spans.find(b, from, to, (byte) '*', other);
    while (at + 1 < to) {
      boolean opens = b[at] == '/' && b[at + 1] == '*' && !nested;
      boolean closes = b[at] == '*' && b[at + 1] == '/';
      if (closes && !nested) {
        keep(at);
        return ~(at + 2);
      }
      nested = opens || nested && !closes;
      at = Spans.find(b, at + (opens || closes ? 2 : 1), to, (byte) '*', other);
    }
    return at;
  }

  private void keep(int end) {
    if (body < 0) {
      return;
    }
    if (anyToken) {
      trailingFrom = body;
      trailingTo = end;
    } else if (leadingFrom < 0) {
      leadingFrom = body;
      leadingTo = end;
    }
  }

  /**
   * The version at {@code at}, behind {@code /*!}: five digits, or six and a blank. An answer holds
   * the number of digits and the number itself; without a version both are 0.
   */
  static int version(byte[] b, int at, int to, boolean last) {
    int digits = 0;
    while (digits < LONG_VERSION && at + digits < to && Bytes.isDigit(b[at + digits])) {
      digits++;
    }
    if (at + digits == to && !last) {
      return MORE;
    }
    boolean blank = at + digits < to && Bytes.isSpace(b[at + digits]);
    int length = digits == LONG_VERSION && !blank ? SHORT_VERSION : digits;
    int version = 0;
    for (int i = 0; i < length; i++) {
      version = 10 * version + b[at + i] - '0';
    }
    return length < SHORT_VERSION ? 0 : version << 3 | length;
  }

  static int versionDigits(int version) {
    return version & 7;
  }

  static int versionNumber(int version) {
    return version >>> 3;
  }

  int leadingFrom() {
    return leadingFrom;
  }

  int leadingTo() {
    return leadingTo;
  }

  int trailingFrom() {
    return trailingFrom;
  }

  int trailingTo() {
    return trailingTo;
  }
}
