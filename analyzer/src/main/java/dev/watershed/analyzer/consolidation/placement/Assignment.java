package dev.watershed.analyzer.consolidation.placement;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Another owner or place of a table.
 *
 * @param table its index
 * @param owner the index of a party; empty: it stays
 * @param schema empty: it stays
 * @param dataSet empty: it stays
 */
public record Assignment(
    int table, OptionalInt owner, Optional<String> schema, Optional<String> dataSet) {

  public Assignment {
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(dataSet, "dataSet");
  }
}
