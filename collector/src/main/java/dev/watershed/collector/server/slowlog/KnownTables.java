package dev.watershed.collector.server.slowlog;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far tables were read, under the name at hand and under others.
 *
 * @param own under this name, of all servers that it led to
 * @param others under each other name, of the server that answers now
 */
record KnownTables(TablePositions own, List<TablePositions> others) {

  private static final Comparator<TablePosition> BY_ROWS =
      Comparator.comparingLong(TablePosition::rows);

  KnownTables {
    Objects.requireNonNull(own, "own");
    others = List.copyOf(others);
  }

  /**
   * The furthest position in a table of a server. A table that only this name has read, as one of
   * another server, is the same under another identity of it.
   *
   * @param first the hash of its first row
   */
  Optional<TablePosition> of(String server, long first) {
    return all(server)
        .flatMap(one -> one.of(first).stream())
        .max(BY_ROWS)
        .or(() -> own.of(first).map(position -> position.of(server)));
  }

  /**
   * The furthest position in a table of a server that one of the names has read last of it.
   *
   * @param first the hash of its first row
   */
  Optional<TablePosition> latest(String server, long first) {
    boolean last =
        all(server)
            .flatMap(one -> one.latest(server).stream())
            .anyMatch(position -> position.first() == first);
    return last ? of(server, first) : Optional.empty();
  }

  /** Whether a table of a server was read. */
  boolean anyOf(String server) {
    return all(server).anyMatch(one -> one.latest(server).isPresent());
  }

  private Stream<TablePositions> all(String server) {
    return Stream.concat(Stream.of(own.ofServer(server)), others.stream());
  }
}
