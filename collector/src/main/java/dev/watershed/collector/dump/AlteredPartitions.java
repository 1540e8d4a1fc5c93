package dev.watershed.collector.dump;

import dev.watershed.sql.definition.PartitionAction;
import dev.watershed.sql.definition.PartitionAction.AddPartitions;
import dev.watershed.sql.definition.PartitionAction.Coalesce;
import dev.watershed.sql.definition.PartitionAction.DropPartitions;
import dev.watershed.sql.definition.PartitionAction.RemovePartitioning;
import dev.watershed.sql.definition.PartitionAction.Reorganize;
import dev.watershed.sql.definition.TableOptions.Part;
import dev.watershed.sql.definition.TableOptions.Partitions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The partitions of a table that is altered. */
final class AlteredPartitions {

  private final String table;

  AlteredPartitions(String table) {
    this.table = table;
  }

  Optional<Partitions> after(Optional<Partitions> before, PartitionAction action) {
    Partitions how =
        before.orElseThrow(
            () -> new IllegalArgumentException("table '" + table + "' is not partitioned"));
    List<Part> list = new ArrayList<>(how.list());
    for (String name : action.named()) {
      boolean there = list.stream().anyMatch(part -> part.name().equalsIgnoreCase(name));
      boolean may = action instanceof DropPartitions drop && drop.ifExists();
      if (!there && !may) {
        throw new IllegalArgumentException("table '" + table + "' has no partition '" + name + "'");
      }
    }
    if (action instanceof RemovePartitioning) {
      return Optional.empty();
    }
    if (action instanceof AddPartitions add) {
      add(list, add);
    } else if (action instanceof DropPartitions drop) {
      list.removeIf(part -> drop.names().stream().anyMatch(part.name()::equalsIgnoreCase));
    } else if (action instanceof Coalesce coalesce) {
      int left = Math.max(0, list.size() - coalesce.count());
      list.subList(left, list.size()).clear();
    } else if (action instanceof Reorganize reorganize && !reorganize.names().isEmpty()) {
      reorganize(list, reorganize);
    }
    if (list.isEmpty()) {
      throw new IllegalArgumentException(
          "table '" + table + "' would have no partition; REMOVE PARTITIONING removes them");
    }
    return Optional.of(
        new Partitions(
            how.method(),
            how.expression(),
            how.subMethod(),
            how.subExpression(),
            how.subCount(),
            list));
  }

  private void add(List<Part> list, AddPartitions add) {
    List<Part> added = new ArrayList<>(add.parts());
    for (int i = 0; added.size() < add.count(); i++) {
      added.add(new Part("p" + (list.size() + i), Optional.empty()));
    }
    for (Part part : added) {
      boolean taken = list.stream().anyMatch(old -> old.name().equalsIgnoreCase(part.name()));
      if (taken && !add.unlessExists()) {
        throw new IllegalArgumentException(
            "table '" + table + "' has a partition '" + part.name() + "' already");
      }
      if (!taken) {
        list.add(part);
      }
    }
  }

  private static void reorganize(List<Part> list, Reorganize reorganize) {
    int first = list.size();
    for (int i = list.size() - 1; i >= 0; i--) {
      if (reorganize.names().stream().anyMatch(list.get(i).name()::equalsIgnoreCase)) {
        list.remove(i);
        first = i;
      }
    }
    list.addAll(first, reorganize.parts());
  }
}
