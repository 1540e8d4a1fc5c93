package dev.watershed.reports.text;

import dev.watershed.reports.VisibleText;
import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines at blanks; a word longer than a line is broken anywhere. */
final class Wrap {

  private static final String DEEPER = "  ";

  private Wrap() {}

  /**
   * A text on lines of its own, made visible; all but the first are two columns deeper.
   *
   * @param width of the terminal, of which two columns stay free
   * @param most the most lines
   * @return ends with a line break
   */
  static String indented(String indent, String text, int width, int most) {
    StringBuilder all = new StringBuilder();
    String next = indent;
    for (String part : lines(VisibleText.of(text), width - indent.length() - 2, most)) {
      all.append(next).append(part).append('\n');
      next = indent + DEEPER;
    }
    return all.toString();
  }

  /**
   * The lines.
   *
   * @param columns the width of a line, at least 1
   * @param most the most lines; the last one ends in an ellipsis where something was left out
   */
  static List<String> lines(String text, int columns, int most) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      boolean last = lines.size() == most - 1;
      if (last) {
        lines.add(DisplayWidth.cut(text.substring(start), columns));
        return lines;
      }
      int end = DisplayWidth.fitting(text, start, columns);
      if (end < text.length()) {
        end = breakBefore(text, start, end);
      }
      lines.add(text.substring(start, end).stripTrailing());
      start = end;
      while (start < text.length() && text.charAt(start) == ' ') {
        start++;
      }
    }
    return lines;
  }

  private static int breakBefore(String text, int start, int end) {
    if (text.charAt(end) == ' ') {
      return end;
    }
    int blank = text.lastIndexOf(' ', end - 1);
    if (blank > start) {
      return blank;
    }
    return end > start ? end : start + Character.charCount(text.codePointAt(start));
  }
}
