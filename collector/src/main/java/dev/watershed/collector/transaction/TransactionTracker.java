package dev.watershed.collector.transaction;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Follows the transactions of all connections of one server: pure, and the same however its input
 * is cut, since what it knows can be written and read again. Holds only connections with an open
 * transaction, locked tables or autocommit switched off; beyond the bound, the one that was silent
 * for longest is forgotten and its transaction ends with an unknown outcome.
 */
public final class TransactionTracker {

  /** The most connections held. */
  public static final int MOST_CONNECTIONS = 10_000;

  private static final int SMALLEST_CONNECTION = 2;
  private static final int FIRST_CAPACITY = 256;
  private static final float LOAD = 0.5f;

  private final int most;

  /** By id, the one silent for longest first. */
  private final Map<Long, Connection> connections = new LinkedHashMap<>(FIRST_CAPACITY, LOAD, true);

  /** A tracker that knows nothing. */
  public TransactionTracker() {
    this(MOST_CONNECTIONS);
  }

  /** For tests: a bound as small as one likes. */
  TransactionTracker(int most) {
    this.most = most;
  }

  /** Takes in the next statement of the log. */
  public void take(TransactionEvent event, TransactionListener listener) {
    if (event.effect() == StatementEffect.NONE) {
      return;
    }
    Connection connection = connections.get(event.connection());
    if (connection != null) {
      connection.take(event, listener);
      if (connection.plain()) {
        connections.remove(event.connection());
      }
      return;
    }
    Connection added = new Connection();
    added.take(event, listener);
    if (!added.plain()) {
      connections.put(event.connection(), added);
      forgetEldest(listener);
    }
  }

  /** The server was started anew: all connections are gone. */
  public void restart(TransactionListener listener) {
    connections.values().forEach(connection -> connection.forget(listener));
    connections.clear();
  }

  /** The number of connections held. */
  public int connections() {
    return connections.size();
  }

  private void forgetEldest(TransactionListener listener) {
    if (connections.size() > most) {
      Iterator<Connection> eldest = connections.values().iterator();
      eldest.next().forget(listener);
      eldest.remove();
    }
  }

  /** Writes everything known. */
  public void write(ByteWriter writer) {
    OriginTable origins = new OriginTable();
    ByteWriter all = new ByteWriter().number(connections.size());
    long previous = 0;
    for (Map.Entry<Long, Connection> entry : connections.entrySet()) {
      all.signed(entry.getKey() - previous);
      previous = entry.getKey();
      entry.getValue().write(all, origins);
    }
    origins.write(writer);
    writer.bytes(all.toByteArray());
  }

  /** A tracker that goes on where another one wrote what it knew. */
  public static TransactionTracker read(ByteReader reader) throws DamagedBytesException {
    OriginTable origins = OriginTable.read(reader);
    TransactionTracker tracker = new TransactionTracker();
    long id = 0;
    for (int left = reader.count(SMALLEST_CONNECTION); left > 0; left--) {
      id += reader.signed();
      tracker.connections.put(id, Connection.read(reader, origins));
    }
    return tracker;
  }
}
