package dev.watershed.collector.slowlog;

/** Properties of a range of text. White space is a blank and the controls from tab to return. */
final class Texts {

  private Texts() {}

  static boolean white(byte b) {
    return b == ' ' || b >= '\t' && b <= '\r';
  }

  /** The end of a range without the white space at its end. */
  static int trimmedEnd(byte[] bytes, int from, int to) {
    int end = to;
    while (end > from && white(bytes[end - 1])) {
      end--;
    }
    return end;
  }

  static boolean blank(byte[] bytes, int from, int to) {
    return trimmedEnd(bytes, from, to) == from;
  }

  /** Whether a range ends with a semicolon, white space aside: so the server ends statements. */
  static boolean complete(byte[] bytes, int from, int to) {
    int end = trimmedEnd(bytes, from, to);
    return end > from && bytes[end - 1] == ';';
  }

  /** The end of a statement without its semicolon and the white space behind that. */
  static int statementEnd(byte[] bytes, int from, int to) {
    int end = trimmedEnd(bytes, from, to);
    return end > from && bytes[end - 1] == ';' ? end - 1 : end;
  }
}
