package dev.watershed.analyzer.query;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A table that is made of rows in memory.
 *
 * @param name that queries know
 * @param columns in their order
 * @param rows makes them, when a query reads the table
 * @param <T> a row
 */
public record RowTable<T>(String name, List<RowColumn<T>> columns, Supplier<List<T>> rows) {

  public RowTable {
    Objects.requireNonNull(name, "name");
    columns = List.copyOf(columns);
    Objects.requireNonNull(rows, "rows");
  }

  ScannedTable scanned() {
    return new Scanned<>(this);
  }

  /** All rows are one part. */
  private record Scanned<T>(RowTable<T> table) implements ScannedTable {

    @Override
    public String name() {
      return table.name();
    }

    @Override
    public List<QueryColumn> columns() {
      return table.columns().stream().map(RowColumn::column).toList();
    }

    @Override
    public int parts() {
      return 1;
    }

    @Override
    public Rows read(int part, List<Integer> wanted, PartReader reader) {
      List<T> rows = table.rows().get();
      return new Rows(
          rows.size(),
          wanted.stream().map(column -> table.columns().get(column).values(rows)).toList());
    }
  }
}
