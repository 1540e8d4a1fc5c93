package dev.watershed.cli.command;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Lists of paths as git writes them: with {@code -z} a zero byte behind each; else a line for each,
 * in double quotes with the escapes of C where it holds unusual characters ("core.quotePath" in the
 * manual of git config).
 */
final class GitPaths {

  private static final String ESCAPED = "abtnvfr\"\\";
  private static final String MEANT = "\u0007\b\t\n\u000b\f\r\"\\";
  private static final int OCTAL_DIGITS = 3;
  private static final int OCTAL = 8;

  private GitPaths() {}

  /**
   * The paths, each once.
   *
   * @throws IllegalArgumentException if a quoted one is not whole
   */
  static List<String> parse(byte[] list) {
    String text = new String(list, StandardCharsets.UTF_8);
    return text.indexOf('\0') >= 0
        ? Arrays.stream(text.split("\0")).filter(path -> !path.isEmpty()).distinct().toList()
        : text.lines().filter(line -> !line.isBlank()).map(GitPaths::line).distinct().toList();
  }

  private static String line(String line) {
    if (!line.startsWith("\"")) {
      return line;
    }
    if (line.length() < 2 || !line.endsWith("\"")) {
      throw new IllegalArgumentException(line + ": a quote is not closed");
    }
    return unquoted(line, line.substring(1, line.length() - 1).getBytes(StandardCharsets.UTF_8));
  }

  /** The escapes are those of bytes, not of characters. */
  private static String unquoted(String line, byte[] quoted) {
    ByteArrayOutputStream path = new ByteArrayOutputStream();
    int at = 0;
    while (at < quoted.length) {
      int escaped = at + 1 < quoted.length ? ESCAPED.indexOf(quoted[at + 1]) : -1;
      if (quoted[at] != '\\') {
        path.write(quoted[at]);
        at++;
      } else if (escaped >= 0) {
        path.write(MEANT.charAt(escaped));
        at += 2;
      } else {
        path.write(octal(line, quoted, at + 1));
        at += 1 + OCTAL_DIGITS;
      }
    }
    return path.toString(StandardCharsets.UTF_8);
  }

  private static int octal(String line, byte[] quoted, int from) {
    String digits =
        new String(
            Arrays.copyOfRange(quoted, from, Math.max(from, Math.min(quoted.length, from + 3))),
            StandardCharsets.ISO_8859_1);
    if (!digits.matches("[0-3][0-7]{2}")) {
      throw new IllegalArgumentException(line + ": an escape of git's is not whole");
    }
    return Integer.parseInt(digits, OCTAL);
  }
}
