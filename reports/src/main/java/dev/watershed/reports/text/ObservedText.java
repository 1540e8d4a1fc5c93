package dev.watershed.reports.text;

import dev.watershed.reports.ObservedSections;
import java.util.ArrayList;
import java.util.List;

/** What servers showed besides statements: a short table for each kind of it. */
final class ObservedText {

  private static final int MOST = 5;
  private static final int WIDEST = 60;
  private static final String INDENT = "  ";

  private final TextOptions options;
  private final Style style;

  ObservedText(TextOptions options) {
    this.options = options;
    this.style = options.style();
  }

  /**
   * How many rows of a table are shown.
   *
   * @param limit of the lines of the ranking; 0 for all
   */
  static int rows(int limit) {
    return limit == 0 ? 0 : Math.min(MOST, limit);
  }

  void append(ObservedSections.Section section, StringBuilder text) {
    text.append('\n').append(style.bold(section.title())).append('\n');
    List<String> heads = section.heads().stream().map(ObservedSections.Head::name).toList();
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < heads.size(); column++) {
      int at = column;
      int widest =
          section.rows().stream().mapToInt(row -> DisplayWidth.of(row.get(at))).max().orElse(0);
      widths.add(Math.min(WIDEST, Math.max(DisplayWidth.of(heads.get(at)), widest)));
    }
    text.append(style.dim(line(heads, section, widths))).append('\n');
    section.rows().forEach(row -> text.append(line(row, section, widths)).append('\n'));
    if (section.more() > 0) {
      text.append(INDENT).append(style.dim(section.more() + " more. All: --limit 0")).append('\n');
    }
    for (String line : Wrap.lines(section.caption(), options.width() - 4, 4)) {
      text.append(INDENT).append(style.dim(line)).append('\n');
    }
  }

  private static String line(
      List<String> cells, ObservedSections.Section section, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = DisplayWidth.cut(cells.get(column), widths.get(column));
      line.append(INDENT)
          .append(
              section.heads().get(column).figure()
                  ? DisplayWidth.right(cell, widths.get(column))
                  : DisplayWidth.left(cell, widths.get(column)));
    }
    return line.toString().stripTrailing();
  }
}
