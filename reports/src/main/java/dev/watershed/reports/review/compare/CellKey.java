package dev.watershed.reports.review.compare;

import dev.watershed.reports.review.form.Cell;
import java.util.List;

/** What a row is known by: the text of its first value. */
final class CellKey {

  private CellKey() {}

  /**
   * @throws IllegalArgumentException if the first value is no text
   */
  static String of(List<Cell> row) {
    return of(row, 0);
  }

  /**
   * @throws IllegalArgumentException if the value is no text
   */
  static String of(List<Cell> row, int column) {
    if (row.get(column) instanceof Cell.Text text) {
      return text.text();
    }
    throw new IllegalArgumentException("not a text: " + row.get(column));
  }
}
