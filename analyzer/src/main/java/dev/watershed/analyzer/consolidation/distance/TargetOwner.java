package dev.watershed.analyzer.consolidation.distance;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one owner should have.
 *
 * @param owner a service, or {@code service/module}
 * @param tables by the names that they have today, at least one pattern
 * @param schema in which they should lie; empty: any
 * @param dataSet the cluster or server on which they should lie; empty: any
 * @param place where it is written, for messages: file, line and column
 */
public record TargetOwner(
    String owner,
    List<TargetPattern> tables,
    Optional<String> schema,
    Optional<String> dataSet,
    String place) {

  public TargetOwner {
    Objects.requireNonNull(owner, "owner");
    tables = List.copyOf(tables);
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(dataSet, "dataSet");
    Objects.requireNonNull(place, "place");
    if (tables.isEmpty()) {
      throw new IllegalArgumentException("expected at least one table");
    }
  }
}
