package dev.watershed.reports.review.coupling;

import dev.watershed.reports.review.form.CellText;
import dev.watershed.reports.review.form.DataTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a table as people read them, by the names of its columns. */
public final class TableRows {

  private TableRows() {}

  /** All rows. */
  public static List<Map<String, String>> of(DataTable table) {
    return table.rows().stream()
        .map(
            row -> {
              Map<String, String> texts = new LinkedHashMap<>();
              for (int column = 0; column < row.size(); column++) {
                texts.put(
                    table.columns().get(column).name(),
                    CellText.of(table.columns().get(column), row.get(column)));
              }
              return texts;
            })
        .toList();
  }

  /** The row in which a column has a text. */
  public static Map<String, String> where(DataTable table, String column, String text) {
    return of(table).stream()
        .filter(row -> text.equals(row.get(column)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(text + " in " + of(table)));
  }
}
