package dev.watershed.reports.check;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A part of a Markdown answer: rows under a head.
 *
 * @param title what the rows are, with their number
 * @param open whether it shows without a click
 * @param head lines before the rows, such as the head of a table; ends with a line break or is
 *     empty
 * @param rows what each row says
 * @param row makes a row's line, with its line break
 */
record MarkdownSection<T>(
    String title, boolean open, String head, List<T> rows, Function<T, String> row) {

  /** Characters kept for the sentence that says how many rows are left out. */
  private static final int REST = 80;

  MarkdownSection {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(head, "head");
    rows = List.copyOf(rows);
    Objects.requireNonNull(row, "row");
  }

  /**
   * The section with as many rows as there is room for.
   *
   * @param room in characters
   * @return never longer; empty if there is no room for it or nothing to say
   */
  String render(int room) {
    if (rows.isEmpty()) {
      return "";
    }
    String before =
        open
            ? "\n**" + title + "**\n\n" + head
            : "\n<details><summary>" + title + "</summary>\n\n" + head;
    String after = open ? "" : "\n</details>\n";
    int left = room - before.length() - after.length() - REST;
    StringBuilder text = new StringBuilder(before);
    int shown = 0;
    while (shown < rows.size()) {
      String line = row.apply(rows.get(shown));
      if (line.length() > left) {
        break;
      }
      text.append(line);
      left -= line.length();
      shown++;
    }
    if (shown == 0) {
      return "";
    }
    if (shown < rows.size()) {
      text.append("\nAnd ")
          .append(rows.size() - shown)
          .append(" more, for which there is no room here.\n");
    }
    return text.append(after).toString();
  }
}
