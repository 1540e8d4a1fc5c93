package dev.watershed.workload.catalog;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a table is partitioned.
 *
 * @param method such as {@code RANGE COLUMNS}, {@code LINEAR HASH} or {@code KEY}, in capitals
 * @param expression the expression or columns, without literals; empty for KEY ()
 * @param subpartitioning how each partition is partitioned again
 * @param partitions in their order; only a count is known of some: they have the server's names
 *     then ({@code p0}, {@code p1}, …)
 */
public record Partitioning(
    String method,
    String expression,
    Optional<Subpartitioning> subpartitioning,
    List<Partition> partitions) {

  /**
   * How each partition is partitioned again.
   *
   * @param method and expression as of {@link Partitioning}
   * @param count how many parts each partition has
   */
  public record Subpartitioning(String method, String expression, int count) {

    public Subpartitioning {
      Names.require(method, "method of partitioning");
      Objects.requireNonNull(expression, "expression");
    }
  }

  /**
   * A partition.
   *
   * @param bound what it holds, such as {@code LESS THAN (2026)}; empty unless literals are kept
   */
  public record Partition(String name, Optional<String> bound) {

    public Partition {
      Names.require(name, "partition");
      Objects.requireNonNull(bound, "bound");
    }
  }

  public Partitioning {
    Names.require(method, "method of partitioning");
    Objects.requireNonNull(expression, "expression");
    Objects.requireNonNull(subpartitioning, "subpartitioning");
    partitions = List.copyOf(partitions);
  }
}
