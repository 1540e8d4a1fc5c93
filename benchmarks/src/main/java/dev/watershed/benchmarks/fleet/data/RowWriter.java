package dev.watershed.benchmarks.fleet.data;

import dev.watershed.benchmarks.fleet.data.Values.Ago;
import dev.watershed.benchmarks.fleet.data.Values.Null;
import dev.watershed.benchmarks.fleet.schema.Column;
import dev.watershed.benchmarks.fleet.schema.Table;
import java.util.Random;
import java.util.stream.Collectors;

/** The INSERT statements that fill a table: the same ones for the same seed. */
public final class RowWriter {

  private static final int ROWS_PER_INSERT = 1_000;

  private final RowCounts rows;
  private final long seed;

  public RowWriter(RowCounts rows, long seed) {
    this.rows = rows;
    this.seed = seed;
  }

  /**
   * Who takes the statements.
   *
   * @param <E> what may go wrong
   */
  @FunctionalInterface
  public interface Sink<E extends Exception> {
    /** Takes one. */
    void accept(String sql) throws E;
  }

  /** Gives the statements of a table to a sink; the number of rows. */
  public <E extends Exception> int write(Table table, Sink<E> statements) throws E {
    Values values = new Values(rows, new Random(seed ^ table.name().toString().hashCode()));
    int count = rows.of(table);
    String head =
        table.columns().stream()
            .map(Column::name)
            .collect(Collectors.joining(", ", "INSERT INTO " + table.name() + " (", ") VALUES "));
    for (int from = 1; from <= count; from += ROWS_PER_INSERT) {
      StringBuilder sql = new StringBuilder(head);
      for (int row = from; row < from + ROWS_PER_INSERT && row <= count; row++) {
        sql.append(row == from ? "" : ",");
        row(table, row, values, sql);
      }
      statements.accept(sql.toString());
    }
    return count;
  }

  private static void row(Table table, int row, Values values, StringBuilder sql) {
    String separator = "(";
    for (Column column : table.columns()) {
      sql.append(separator);
      literal(values.of(table.name(), column, row), sql);
      separator = ",";
    }
    sql.append(')');
  }

  private static void literal(Object value, StringBuilder sql) {
    if (value instanceof Number || value instanceof Null) {
      sql.append(value);
    } else if (value instanceof Ago ago) {
      sql.append(ago.sql());
    } else {
      sql.append('\'').append(value.toString().replace("'", "''")).append('\'');
    }
  }
}
