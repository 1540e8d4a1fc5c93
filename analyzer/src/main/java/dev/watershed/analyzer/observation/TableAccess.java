package dev.watershed.analyzer.observation;

import java.util.Objects;
import java.util.Optional;

/**
 * How a table, or one of its indexes, was used.
 *
 * @param server where
 * @param schema of the table
 * @param table its name
 * @param index its name; empty for a table as a whole, and for what was reached without an index,
 *     which includes all inserts
 * @param fetched rows read
 * @param inserted rows
 * @param updated rows
 * @param deleted rows
 * @param micros time of all that
 */
public record TableAccess(
    String server,
    String schema,
    String table,
    Optional<String> index,
    long fetched,
    long inserted,
    long updated,
    long deleted,
    long micros) {

  public TableAccess {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(index, "index");
  }
}
