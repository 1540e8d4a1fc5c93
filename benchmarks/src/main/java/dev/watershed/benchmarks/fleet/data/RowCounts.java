package dev.watershed.benchmarks.fleet.data;

import dev.watershed.benchmarks.fleet.schema.FleetCatalog;
import dev.watershed.benchmarks.fleet.schema.Table;
import dev.watershed.benchmarks.fleet.schema.TableName;

/**
 * How many rows each table begins with.
 *
 * @param catalog the tables
 * @param factor times as many as they have at a factor of 1
 */
public record RowCounts(FleetCatalog catalog, double factor) {

  /** Tables of fewer rows stay as they are: masters do not grow with the load. */
  private static final int FIXED = 1_000;

  public RowCounts {
    if (!(factor > 0)) {
      throw new IllegalArgumentException("the factor of the rows must be above 0: " + factor);
    }
  }

  /** The rows of a table. */
  public int of(Table table) {
    return table.rows() <= FIXED
        ? table.rows()
        : Math.max(FIXED, (int) Math.round(table.rows() * factor));
  }

  /** The rows of a table. */
  public int of(TableName table) {
    return of(catalog.table(table));
  }
}
