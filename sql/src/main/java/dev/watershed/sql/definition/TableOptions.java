package dev.watershed.sql.definition;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is said about a table as a whole.
 *
 * @param engine as written
 * @param autoIncrement the number that comes next
 */
public record TableOptions(
    Optional<String> engine,
    Optional<String> rowFormat,
    Optional<String> charset,
    Optional<String> collation,
    Optional<BigInteger> autoIncrement,
    boolean commented,
    boolean systemVersioned,
    Optional<Partitions> partitions) {

  /** Nothing is said. */
  public static final TableOptions NONE =
      new TableOptions(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          false,
          Optional.empty());

  public TableOptions {
    Objects.requireNonNull(engine, "engine");
    Objects.requireNonNull(rowFormat, "rowFormat");
    Objects.requireNonNull(charset, "charset");
    Objects.requireNonNull(collation, "collation");
    Objects.requireNonNull(autoIncrement, "autoIncrement");
    Objects.requireNonNull(partitions, "partitions");
  }

  /** These, partitioned in this way, or not at all. */
  public TableOptions partitionedBy(Optional<Partitions> how) {
    return new TableOptions(
        engine, rowFormat, charset, collation, autoIncrement, commented, systemVersioned, how);
  }

  /** These, and what is said later. */
  public TableOptions then(TableOptions later) {
    return new TableOptions(
        later.engine.or(() -> engine),
        later.rowFormat.or(() -> rowFormat),
        later.charset.or(() -> charset),
        later.charset.isPresent() ? later.collation : later.collation.or(() -> collation),
        later.autoIncrement.or(() -> autoIncrement),
        later.commented || commented,
        later.systemVersioned || systemVersioned,
        later.partitions.or(() -> partitions));
  }

  /**
   * PARTITION BY.
   *
   * @param method in capitals, such as {@code LINEAR HASH}
   * @param expression what is between the parentheses
   * @param subMethod of SUBPARTITION BY; empty if there is none
   * @param list the partitions that are listed, or the names that the server gives
   */
  public record Partitions(
      String method,
      String expression,
      Optional<String> subMethod,
      String subExpression,
      int subCount,
      List<Part> list) {

    public Partitions {
      Objects.requireNonNull(method, "method");
      Objects.requireNonNull(expression, "expression");
      Objects.requireNonNull(subMethod, "subMethod");
      Objects.requireNonNull(subExpression, "subExpression");
      list = List.copyOf(list);
    }
  }

  /**
   * A partition.
   *
   * @param bound what stands behind VALUES; empty unless literals are kept
   */
  public record Part(String name, Optional<String> bound) {

    public Part {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(bound, "bound");
    }
  }
}
