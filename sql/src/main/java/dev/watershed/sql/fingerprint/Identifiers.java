package dev.watershed.sql.fingerprint;

import java.util.Locale;

/** Writes identifiers: bare where they read as the same identifier again, else in back-ticks. */
final class Identifiers {
  private Identifiers() {}

  static void append(CanonicalText text, byte[] bytes, int from, int to, int before) {
    if (isBare(bytes, from, to, before)) {
      text.append(bytes, from, to);
      return;
    }
    text.append((byte) '`');
    for (int at = from; at < to; at++) {
      if (bytes[at] == '`') {
        text.append((byte) '`');
      }
      text.append(bytes[at]);
    }
    text.append((byte) '`');
  }

  private static boolean isBare(byte[] bytes, int from, int to, int before) {
    if (from == to || before == '@' || !startsWord(bytes[from])) {
      return false;
    }
    for (int at = from; at < to; at++) {
      if (!Bytes.isWord(bytes[at])) {
        return false;
      }
    }
    return before == '.' || !isReserved(bytes, from, to);
  }

  private static boolean startsWord(byte b) {
    return Bytes.isWord(b) && !Bytes.isDigit(b) && b != '$';
  }

  private static boolean isReserved(byte[] bytes, int from, int to) {
    StringBuilder word = new StringBuilder();
    for (int at = from; at < to; at++) {
      if (bytes[at] < 0) {
        return false;
      }
      word.append((char) bytes[at]);
    }
    String upper = word.toString().toUpperCase(Locale.ROOT);
    return Tokens.TABLE.word(upper).isPresent() || Tokens.TABLE.function(upper).isPresent();
  }
}
