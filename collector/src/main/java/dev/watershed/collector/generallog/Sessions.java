package dev.watershed.collector.generallog;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The connections of a log, by their ids. Bounded: a log need not say that a connection ended, so
 * of too many the one that was silent longest is forgotten.
 */
final class Sessions {

  private static final float LOAD = 0.75f;

  private final Map<Long, Session> sessions;
  private long highest;
  private long highestBeforeBanner = -1;

  /**
   * @param most how many are kept
   */
  Sessions(int most) {
    sessions =
        new LinkedHashMap<>(16, LOAD, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Long, Session> eldest) {
            return size() > most;
          }
        };
  }

  Session of(long connection) {
    return sessions.getOrDefault(connection, Session.UNKNOWN);
  }

  boolean known(long connection) {
    return sessions.containsKey(connection);
  }

  /**
   * A connection begins. Ids only grow while a server runs, so that one that came before the last
   * banner tells that another process wrote it: all others ended with the first.
   */
  void connect(long connection, Session session) {
    if (connection <= highestBeforeBanner) {
      sessions.clear();
      highest = 0;
    }
    highestBeforeBanner = connection <= highestBeforeBanner ? -1 : highestBeforeBanner;
    highest = Math.max(highest, connection);
    sessions.put(connection, session);
  }

  /** A connection goes on as another account. */
  void change(long connection, Session session) {
    sessions.put(connection, session);
  }

  void use(long connection, String schema) {
    sessions.put(connection, of(connection).using(schema));
  }

  void end(long connection) {
    sessions.remove(connection);
  }

  /** A server opened the log: because it started, or because somebody flushed the logs. */
  void banner() {
    highestBeforeBanner = highest;
  }
}
