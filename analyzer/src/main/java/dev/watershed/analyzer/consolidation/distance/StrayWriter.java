package dev.watershed.analyzer.consolidation.distance;

import java.util.Objects;

/**
 * Who writes a table that the target gives to another owner.
 *
 * @param owner who should own the table
 * @param writer who writes it: a service, or what no service claims
 * @param service whether the writer is a service
 * @param writesPerSecond statements that name the table and write it, or where {@code inferred}
 *     those that call a routine or view that may
 */
public record StrayWriter(
    String table,
    String owner,
    String writer,
    boolean service,
    double writesPerSecond,
    boolean inferred) {

  public StrayWriter {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(writer, "writer");
  }
}
