package dev.watershed.cli.imports;

import java.util.ArrayList;
import java.util.List;

/** Cuts a line of a CSV file into its cells (RFC 4180, without line breaks inside cells). */
final class CsvLine {

  private CsvLine() {}

  /**
   * The cells, without blanks around them.
   *
   * @throws IllegalArgumentException if a quote is not closed
   */
  static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < line.length(); at++) {
      char each = line.charAt(at);
      boolean doubled =
          quoted && each == '"' && at + 1 < line.length() && line.charAt(at + 1) == '"';
      if (doubled) {
        cell.append('"');
        at++;
      } else if (each == '"') {
        quoted = !quoted;
      } else if (each == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(each);
      }
    }
    if (quoted) {
      throw new IllegalArgumentException("a quote is not closed");
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
