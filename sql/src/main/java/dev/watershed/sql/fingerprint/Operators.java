package dev.watershed.sql.fingerprint;

/** Operators of several bytes: the longest one that fits. */
final class Operators {
  private Operators() {}

  /** The token, with its number of bytes above bit 16; 0 if the first byte stands for itself. */
  static int of(int first, int second, int third) {
    return switch (first) {
      case '<' -> less(second, third);
      case '>' ->
          second == '='
              ? two(Tokens.GREATER_OR_EQUAL)
              : second == '>' ? two(Tokens.SHIFT_RIGHT) : 0;
      case '!' -> second == '=' ? two(Tokens.NOT_EQUAL) : 0;
      case ':' -> second == '=' ? two(Tokens.ASSIGN) : 0;
      case '|' -> second == '|' ? two(Tokens.OR_OR) : 0;
      case '&' -> second == '&' ? two(Tokens.AND_AND) : 0;
      case '-' ->
          second != '>'
              ? 0
              : third == '>' ? three(Tokens.JSON_EXTRACT_UNQUOTED) : two(Tokens.JSON_EXTRACT);
      case '.' -> second == '.' && third == '.' ? three(Tokens.VALUES) : 0;
      default -> 0;
    };
  }

  private static int less(int second, int third) {
    return switch (second) {
      case '=' -> third == '>' ? three(Tokens.NULL_SAFE_EQUAL) : two(Tokens.LESS_OR_EQUAL);
      case '>' -> two(Tokens.NOT_EQUAL);
      case '<' -> two(Tokens.SHIFT_LEFT);
      default -> 0;
    };
  }

  private static int two(int token) {
    return token | 2 << 16;
  }

  private static int three(int token) {
    return token | 3 << 16;
  }
}
