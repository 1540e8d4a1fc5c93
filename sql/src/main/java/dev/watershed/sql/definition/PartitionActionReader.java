package dev.watershed.sql.definition;

import dev.watershed.sql.definition.PartitionAction.AddPartitions;
import dev.watershed.sql.definition.PartitionAction.Coalesce;
import dev.watershed.sql.definition.PartitionAction.DropPartitions;
import dev.watershed.sql.definition.PartitionAction.Exchange;
import dev.watershed.sql.definition.PartitionAction.Maintain;
import dev.watershed.sql.definition.PartitionAction.RemovePartitioning;
import dev.watershed.sql.definition.PartitionAction.Reorganize;
import dev.watershed.sql.definition.TableOptions.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the clauses of ALTER TABLE that concern partitions. */
final class PartitionActionReader {

  private final TokenCursor cursor;

  PartitionActionReader(TokenCursor cursor) {
    this.cursor = cursor;
  }

  /** Empty if another clause comes. */
  Optional<PartitionAction> read() throws UnreadableDefinitionException {
    if (cursor.takeIf("REMOVE", "PARTITIONING")) {
      return Optional.of(new RemovePartitioning());
    }
    if (!cursor.peek(1).is("PARTITION")) {
      return Optional.empty();
    }
    return switch (cursor.peek(0).keyword()) {
      case "ADD" -> Optional.of(add());
      case "DROP" -> {
        behindPartition();
        boolean ifExists = cursor.takeIf("IF", "EXISTS");
        yield Optional.of(new DropPartitions(names(), ifExists));
      }
      case "REORGANIZE" -> Optional.of(reorganize());
      case "COALESCE" -> {
        behindPartition();
        yield Optional.of(new Coalesce(cursor.number("a number of partitions")));
      }
      case "EXCHANGE" -> Optional.of(exchange());
      case "TRUNCATE", "ANALYZE", "CHECK", "OPTIMIZE", "REBUILD", "REPAIR", "DISCARD", "IMPORT" ->
          Optional.of(maintain());
      default -> Optional.empty();
    };
  }

  private void behindPartition() {
    cursor.take();
    cursor.take();
    if (!cursor.takeIf("NO_WRITE_TO_BINLOG")) {
      cursor.takeIf("LOCAL");
    }
  }

  private AddPartitions add() throws UnreadableDefinitionException {
    behindPartition();
    boolean unlessExists = cursor.takeIf("IF", "NOT", "EXISTS");
    if (cursor.takeIf("PARTITIONS")) {
      return new AddPartitions(List.of(), PartitionReader.count(cursor), unlessExists);
    }
    List<Part> parts = new PartitionReader(cursor).list();
    return new AddPartitions(parts, parts.size(), unlessExists);
  }

  private Reorganize reorganize() throws UnreadableDefinitionException {
    behindPartition();
    if (cursor.atEnd() || cursor.isAt(',')) {
      return new Reorganize(List.of(), List.of());
    }
    List<String> names = names();
    cursor.require("INTO");
    return new Reorganize(names, new PartitionReader(cursor).list());
  }

  private Exchange exchange() throws UnreadableDefinitionException {
    behindPartition();
    String partition = cursor.name("a partition");
    cursor.require("WITH");
    cursor.require("TABLE");
    QualifiedName table = cursor.qualifiedName("a table");
    boolean validated = !cursor.takeIf("WITHOUT", "VALIDATION");
    cursor.takeIf("WITH", "VALIDATION");
    return new Exchange(partition, table, validated);
  }

  private Maintain maintain() throws UnreadableDefinitionException {
    String operation = cursor.peek(0).keyword();
    behindPartition();
    List<String> names = cursor.takeIf("ALL") ? List.of() : names();
    cursor.takeIf("TABLESPACE");
    while (operation.equals("CHECK") || operation.equals("REPAIR")) {
      if (cursor.atEnd() || cursor.isAt(',')) {
        break;
      }
      cursor.take();
    }
    return new Maintain(operation, names);
  }

  private List<String> names() throws UnreadableDefinitionException {
    List<String> names = new ArrayList<>();
    do {
      names.add(cursor.name("a partition"));
    } while (cursor.takeIf(','));
    return names;
  }
}
