package dev.watershed.reports.text;

/**
 * How many columns a text takes in a terminal: two for East Asian wide characters and emoji
 * (Unicode Standard Annex 11), none for combining marks, one for the rest.
 */
public final class DisplayWidth {

  private static final String ELLIPSIS = "…";

  private DisplayWidth() {}

  public static int of(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  static int of(int codePoint) {
    if (codePoint < 0x300) {
      return 1;
    }
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(codePoint) ? 2 : 1;
  }

  /** The longest beginning that fits, with an ellipsis where something was cut. */
  public static String cut(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    return columns < 1 ? "" : text.substring(0, fitting(text, 0, columns - 1)) + ELLIPSIS;
  }

  /** The text, cut and filled with blanks on the right. */
  static String left(String text, int columns) {
    String cut = cut(text, columns);
    return cut + " ".repeat(columns - of(cut));
  }

  /** The text, filled with blanks on the left; never cut, since a cut figure is a wrong one. */
  static String right(String text, int columns) {
    return " ".repeat(Math.max(0, columns - of(text))) + text;
  }

  /** The end of the longest part from {@code start} that takes at most so many columns. */
  static int fitting(String text, int start, int columns) {
    int used = 0;
    int at = start;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      used += of(codePoint);
      if (used > columns) {
        return at;
      }
      at += Character.charCount(codePoint);
    }
    return at;
  }

  private static boolean isWide(int codePoint) {
    return codePoint >= 0x1100 && codePoint <= 0x115F
        || codePoint >= 0x2E80 && codePoint <= 0x303E
        || codePoint >= 0x3041 && codePoint <= 0xA4CF
        || codePoint >= 0xA960 && codePoint <= 0xA97F
        || codePoint >= 0xAC00 && codePoint <= 0xD7A3
        || codePoint >= 0xF900 && codePoint <= 0xFAFF
        || codePoint >= 0xFE30 && codePoint <= 0xFE6F
        || codePoint >= 0xFF00 && codePoint <= 0xFF60
        || codePoint >= 0xFFE0 && codePoint <= 0xFFE6
        || codePoint >= 0x1F300 && codePoint <= 0x1FAFF
        || codePoint >= 0x20000 && codePoint <= 0x3FFFD;
  }
}
