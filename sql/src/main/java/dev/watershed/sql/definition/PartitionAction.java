package dev.watershed.sql.definition;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A clause of ALTER TABLE about partitions. */
public sealed interface PartitionAction extends AlterAction {

  /**
   * ADD PARTITION.
   *
   * @param parts as listed; empty where a number stands
   * @param count how many are added
   */
  record AddPartitions(List<TableOptions.Part> parts, int count, boolean unlessExists)
      implements PartitionAction {

    public AddPartitions {
      parts = List.copyOf(parts);
    }
  }

  /** DROP PARTITION: the rows go, too. */
  record DropPartitions(List<String> names, boolean ifExists) implements PartitionAction {

    public DropPartitions {
      names = List.copyOf(names);
    }
  }

  /**
   * REORGANIZE PARTITION.
   *
   * @param names those that are replaced; empty for all
   * @param parts that take their place
   */
  record Reorganize(List<String> names, List<TableOptions.Part> parts) implements PartitionAction {

    public Reorganize {
      names = List.copyOf(names);
      parts = List.copyOf(parts);
    }
  }

  /** COALESCE PARTITION: so many fewer. */
  record Coalesce(int count) implements PartitionAction {}

  /** EXCHANGE PARTITION: the rows change places with those of a table. */
  record Exchange(String partition, QualifiedName table, boolean validated)
      implements PartitionAction {

    public Exchange {
      Objects.requireNonNull(partition, "partition");
      Objects.requireNonNull(table, "table");
    }
  }

  /**
   * TRUNCATE, ANALYZE, CHECK, OPTIMIZE, REBUILD or REPAIR PARTITION.
   *
   * @param operation in capitals
   * @param names empty for ALL
   */
  record Maintain(String operation, List<String> names) implements PartitionAction {

    public Maintain {
      Objects.requireNonNull(operation, "operation");
      names = List.copyOf(names);
    }
  }

  /** REMOVE PARTITIONING. */
  record RemovePartitioning() implements PartitionAction {}

  /** The partitions that it names. */
  default List<String> named() {
    if (this instanceof DropPartitions drop) {
      return drop.names();
    }
    if (this instanceof Reorganize reorganize) {
      return reorganize.names();
    }
    if (this instanceof Maintain maintain) {
      return maintain.names();
    }
    return Optional.of(this)
        .filter(Exchange.class::isInstance)
        .map(exchange -> List.of(((Exchange) exchange).partition()))
        .orElse(List.of());
  }
}
