package dev.watershed.reports.review.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A table of the report.
 *
 * @param id the same in every language, and its name in addresses
 * @param title in the reader's language
 * @param entity what kind of page each row has, under the text of its first column; empty for none
 * @param rows as many values each as there are columns
 */
public record DataTable(
    String id, String title, String entity, List<DataColumn> columns, List<List<Cell>> rows) {

  /** How many rows are written as HTML; the others are data only. */
  public static final int WRITTEN_ROWS = 50;

  public DataTable {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(entity, "entity");
    columns = List.copyOf(columns);
    List<List<Cell>> copies = new ArrayList<>(rows.size());
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            id + ": " + row.size() + " values for " + columns.size() + " columns");
      }
      copies.add(List.copyOf(row));
    }
    rows = List.copyOf(copies);
  }

  /** One whose rows have no pages. */
  public DataTable(String id, String title, List<DataColumn> columns, List<List<Cell>> rows) {
    this(id, title, "", columns, rows);
  }

  /** The rows that are written as HTML. */
  public List<List<Cell>> written() {
    return rows.subList(0, Math.min(WRITTEN_ROWS, rows.size()));
  }

  /** The values of a column. */
  public List<Cell> cells(int column) {
    return rows.stream().map(row -> row.get(column)).toList();
  }

  /** The positions of the columns that tables show. */
  public List<Integer> listed() {
    List<Integer> listed = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      if (columns.get(column).listed()) {
        listed.add(column);
      }
    }
    return listed;
  }
}
