package dev.watershed.reports.text;

/**
 * Emphasis by ANSI escape sequences (ECMA-48, "Select graphic rendition"), in the terminal's own
 * palette, or none.
 *
 * @param colour whether to emphasize at all
 */
public record Style(boolean colour) {

  private static final String RESET = "\u001b[0m";

  /** For text that may be overlooked. */
  String dim(String text) {
    return with("\u001b[2m", text);
  }

  /** For what the eye should find. */
  String bold(String text) {
    return with("\u001b[1m", text);
  }

  /** For charts and ids. */
  String accent(String text) {
    return with("\u001b[36m", text);
  }

  /** For what needs attention. */
  String warn(String text) {
    return with("\u001b[33m", text);
  }

  private String with(String sequence, String text) {
    return colour && !text.isBlank() ? sequence + text + RESET : text;
  }
}
