package dev.watershed.benchmarks.proof;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An index that {@code advise} proposes to add or to drop.
 *
 * @param id of the advice
 * @param kind {@code add}, {@code extend}, {@code drop-…}
 * @param table {@code schema.table}
 * @param index its name
 * @param columns of it, or expressions
 * @param digests that it is for
 * @param verdict of its trial; empty if it was not tried
 */
record Proposal(
    String id,
    String kind,
    String table,
    String index,
    List<String> columns,
    List<Long> digests,
    Optional<String> verdict) {

  Proposal {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(index, "index");
    columns = List.copyOf(columns);
    digests = List.copyOf(digests);
    Objects.requireNonNull(verdict, "verdict");
  }

  boolean drops() {
    return kind.startsWith("drop-");
  }

  @Override
  public String toString() {
    return kind + " " + table + " " + columns + verdict.map(said -> ": " + said).orElse("");
  }
}
