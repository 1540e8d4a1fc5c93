package dev.watershed.sql.parse;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Names as the parser takes them: it has its own ideas of dots and quotes in a name, so that a name
 * that has such is written as the bytes of its characters.
 */
public final class NameCode {

  private static final char MARK = '~';
  private static final String ALSO_PLAIN = "_$ ->";

  private NameCode() {}

  static String encoded(String name) {
    return isPlain(name)
        ? name
        : MARK + HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isLetterOrDigit(c) && ALSO_PLAIN.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /** A name without its quotes, as the parser's tree holds it, as it was written. */
  public static String decoded(String name) {
    return name.isEmpty() || name.charAt(0) != MARK
        ? name
        : new String(HexFormat.of().parseHex(name, 1, name.length()), StandardCharsets.UTF_8);
  }
}
