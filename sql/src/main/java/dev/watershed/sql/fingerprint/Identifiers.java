package dev.watershed.sql.fingerprint;

/** Which identifiers need no back-ticks. */
final class Identifiers {
  private Identifiers() {}

  /** Whether a name reads as the same identifier again without quotes, after this token. */
  static boolean isBare(byte[] bytes, int from, int to, int before) {
    if (from == to || !startsWord(bytes[from])) {
      return false;
    }
    for (int at = from; at < to; at++) {
      if (!Bytes.isWord(bytes[at])) {
        return false;
      }
    }
    return before == '.' || Keywords.of(bytes, from, to) == Keywords.NONE;
  }

  /** Whether a name has nothing that looks like a piece of a statement. */
  static boolean isPlain(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if (!Bytes.isWord(bytes[at]) && bytes[at] != '-' && bytes[at] != '.') {
        return false;
      }
    }
    return true;
  }

  private static boolean startsWord(byte b) {
    return Bytes.isWord(b) && !Bytes.isDigit(b) && b != '$';
  }
}
