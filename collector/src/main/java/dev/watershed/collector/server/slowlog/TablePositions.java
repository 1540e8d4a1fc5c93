package dev.watershed.collector.server.slowlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far the tables of late were read, the one read last first: a table that was renamed, or a
 * server that answers again after another one did, is known again.
 */
record TablePositions(List<TablePosition> tables) {

  static final TablePositions NONE = new TablePositions(List.of());

  private static final int MOST = 16;

  TablePositions {
    tables = List.copyOf(tables);
  }

  /**
   * The position in a table. Its first row tells it from all others, also where a server has got
   * another identity, as MariaDB does with another network card.
   */
  Optional<TablePosition> of(long first) {
    return tables.stream().filter(table -> table.first() == first).findFirst();
  }

  /** The position in the table that was read last. */
  TablePosition current() {
    return tables.get(0);
  }

  /** The position in the table of a server that was read last. */
  Optional<TablePosition> latest(String server) {
    return tables.stream().filter(table -> table.server().equals(server)).findFirst();
  }

  /** Those in tables of one server, in the same order. */
  TablePositions ofServer(String server) {
    return new TablePositions(
        tables.stream().filter(table -> table.server().equals(server)).toList());
  }

  /** With another position in its table, which is then the one read last. */
  TablePositions with(TablePosition position) {
    List<TablePosition> all = new ArrayList<>();
    all.add(position);
    for (TablePosition table : tables) {
      if (table.first() != position.first() && all.size() < MOST) {
        all.add(table);
      }
    }
    return new TablePositions(all);
  }
}
