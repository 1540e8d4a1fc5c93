package dev.watershed.reports;

/**
 * Makes every character of a foreign text visible, so that none can steer a terminal or reorder a
 * line: control characters become their Unicode pictures ({@code ␛}), and characters without a
 * shape of their own (C1 controls, bidirectional controls, zero-width characters, line separators,
 * unpaired surrogates) become {@code <U+202E>}.
 */
public final class VisibleText {

  private static final int CONTROL_PICTURES = 0x2400;
  private static final int DELETE = 0x7F;
  private static final int DELETE_PICTURE = 0x2421;

  private VisibleText() {}

  /** One line: line breaks become pictures, too. */
  public static String of(String foreign) {
    int at = 0;
    while (at < foreign.length() && foreign.charAt(at) >= ' ' && foreign.charAt(at) < DELETE) {
      at++;
    }
    if (at == foreign.length()) {
      return foreign;
    }
    StringBuilder visible = new StringBuilder(foreign.length() + 16).append(foreign, 0, at);
    foreign.substring(at).codePoints().forEach(codePoint -> append(visible, codePoint));
    return visible.toString();
  }

  private static void append(StringBuilder visible, int codePoint) {
    if (codePoint < ' ') {
      visible.append((char) (CONTROL_PICTURES + codePoint));
    } else if (codePoint == DELETE) {
      visible.append((char) DELETE_PICTURE);
    } else if (shapeless(codePoint)) {
      visible.append(String.format("<U+%04X>", codePoint));
    } else {
      visible.appendCodePoint(codePoint);
    }
  }

  private static boolean shapeless(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
