package dev.watershed.reports.review.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

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

  /** So many columns do not need the whole width. */
  private static final int FEW_COLUMNS = 5;

  /** What needs two lines. */
  private static final Set<ColumnKind> TALL =
      Set.of(ColumnKind.CODE, ColumnKind.PROSE, ColumnKind.SENTENCE);

  public DataTable {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(entity, "entity");
    List<List<Cell>> copies = new ArrayList<>(rows.size());
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            id + ": " + row.size() + " values for " + columns.size() + " columns");
      }
      copies.add(List.copyOf(row));
    }
    rows = List.copyOf(copies);
    columns = known(columns, rows);
  }

  /** The same, without listing columns of which nothing is known. */
  private static List<DataColumn> known(List<DataColumn> columns, List<List<Cell>> rows) {
    List<DataColumn> known = new ArrayList<>();
    for (DataColumn column : columns) {
      int position = known.size();
      boolean unknown =
          !rows.isEmpty()
              && rows.stream().allMatch(row -> row.get(position) instanceof Cell.Unknown);
      known.add(unknown ? column.hidden() : column);
    }
    return List.copyOf(known);
  }

  /** One whose rows have no pages. */
  public DataTable(String id, String title, List<DataColumn> columns, List<List<Cell>> rows) {
    this(id, title, "", columns, rows);
  }

  /**
   * The same with further columns.
   *
   * @param more the further values of a row
   */
  public DataTable with(List<DataColumn> further, Function<List<Cell>, List<Cell>> more) {
    List<DataColumn> all = new ArrayList<>(columns);
    all.addAll(further);
    List<List<Cell>> wider = new ArrayList<>(rows.size());
    for (List<Cell> row : rows) {
      List<Cell> cells = new ArrayList<>(row);
      cells.addAll(more.apply(row));
      wider.add(cells);
    }
    return new DataTable(id, title, entity, all, wider);
  }

  /**
   * The same with those rows only that lead to one of some pages of a kind; all of them if no
   * column leads to such pages.
   *
   * @param names as they are shown
   */
  public DataTable naming(String target, Collection<String> names) {
    List<Integer> leading = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      if (columns.get(column).leadsTo(target)) {
        leading.add(column);
      }
    }
    if (leading.isEmpty()) {
      return this;
    }
    List<List<Cell>> named =
        rows.stream()
            .filter(
                row ->
                    leading.stream()
                        .flatMap(column -> CellText.links(row.get(column)).stream())
                        .anyMatch(names::contains))
            .toList();
    return new DataTable(id, title, entity, columns, named);
  }

  /** The rows that are written as HTML. */
  public List<List<Cell>> written() {
    return rows.subList(0, Math.min(WRITTEN_ROWS, rows.size()));
  }

  /** The values of a column. */
  public List<Cell> cells(int column) {
    return rows.stream().map(row -> row.get(column)).toList();
  }

  /** Whether a row needs two lines: then all rows have. The script asks the same. */
  public boolean tall() {
    return columns.stream()
        .filter(DataColumn::listed)
        .anyMatch(column -> TALL.contains(column.kind()));
  }

  /** The classes of the table in the style sheet. The script names the same. */
  public String style() {
    boolean few = !tall() && listed().size() <= FEW_COLUMNS;
    return "data" + (tall() ? " tall" : "") + (few ? " few" : "");
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
