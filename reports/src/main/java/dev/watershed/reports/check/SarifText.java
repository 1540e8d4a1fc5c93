package dev.watershed.reports.check;

import dev.watershed.reports.VisibleText;

/**
 * Foreign text as a message of SARIF, in which brackets make links and braces stand for arguments
 * (SARIF 2.1.0, 3.11.5 and 3.11.6).
 */
final class SarifText {

  private SarifText() {}

  static String of(String foreign) {
    String visible = VisibleText.of(foreign);
    StringBuilder text = new StringBuilder(visible.length());
    for (int at = 0; at < visible.length(); at++) {
      char character = visible.charAt(at);
      switch (character) {
        case '[', ']', '\\' -> text.append('\\').append(character);
        case '{', '}' -> text.append(character).append(character);
        default -> text.append(character);
      }
    }
    return text.toString();
  }
}
