package dev.watershed.sql.fingerprint;

/** Classes of bytes (MySQL 9.7 Reference Manual, "Schema Object Names"). */
final class Bytes {
  private Bytes() {}

  /** A letter, a digit, {@code _}, {@code $}, or a byte of a character beyond ASCII. */
  static boolean isWord(byte b) {
    return b < 0 || isLetter(b) || isDigit(b) || b == '_' || b == '$';
  }

  static boolean isLetter(byte b) {
    return (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
  }

  static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  static boolean isHexDigit(byte b) {
    return isDigit(b) || (b | 0x20) >= 'a' && (b | 0x20) <= 'f';
  }

  static boolean isSpace(byte b) {
    return b == ' ' || b >= '\t' && b <= '\r';
  }

  static boolean isControl(byte b) {
    return b >= 0 && b < ' ' || b == 0x7F;
  }
}
