package dev.watershed.collector.server.slowlog;

import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.follow.WindowSink;
import dev.watershed.workload.store.window.WindowSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far each name of a fleet has read the tables of servers: a name that leads to another server
 * than before goes on exactly where the name stopped that led there until then. Rows are known by
 * their place in a table; times of looks do not tell which of them were read. Thread-safe.
 */
public final class ReadTables {

  /**
   * What one name has read.
   *
   * @param held the id of the server whose table it reads at the moment, or whose rows it has not
   *     put in place yet
   */
  private record Read(TablePositions positions, Optional<String> held) {

    boolean holds(String server) {
      return held.filter(server::equals).isPresent();
    }
  }

  private final Map<String, Read> byName = new TreeMap<>();

  /** Learns what an earlier run read under a name, as its last window says. */
  public void remember(String name, WindowSink sink) throws IOException {
    Optional<TableCursor> cursor = last(name, sink);
    if (cursor.isPresent()) {
      leave(name, cursor.get().positions(), Optional.empty());
    }
  }

  /** The cursor of a name; empty if it read no table, or the window cannot be continued. */
  static Optional<TableCursor> last(String name, WindowSink sink) throws IOException {
    Optional<WindowSink.Sealed> last = sink.last(name, WindowSource.SLOW_LOG);
    if (last.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(TableCursor.decode(last.get().cursor()));
    } catch (DamagedBytesException ofAFileOrContinuedByNobody) {
      return Optional.empty();
    }
  }

  /**
   * Begins to read the table of a server under a name; {@link #leave} ends it.
   *
   * @param server its id
   * @return how far the other names have read tables of this server; empty if one of them is not
   *     done with it, so that nobody can tell yet
   */
  synchronized Optional<List<TablePositions>> enter(String name, String server) {
    List<TablePositions> others = new ArrayList<>();
    for (Map.Entry<String, Read> one : byName.entrySet()) {
      if (one.getKey().equals(name)) {
        continue;
      }
      if (one.getValue().holds(server)) {
        return Optional.empty();
      }
      others.add(one.getValue().positions().ofServer(server));
    }
    Read own = byName.getOrDefault(name, new Read(TablePositions.NONE, Optional.empty()));
    byName.put(name, new Read(own.positions(), Optional.of(server)));
    return Optional.of(List.copyOf(others));
  }

  /**
   * Notes how far a name has read.
   *
   * @param held the id of the server whose rows are not in place yet
   */
  synchronized void leave(String name, TablePositions positions, Optional<String> held) {
    byName.put(name, new Read(positions, held));
  }
}
