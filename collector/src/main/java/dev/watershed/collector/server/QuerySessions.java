package dev.watershed.collector.server;

/** Where the sessions with one server come from. */
public interface QuerySessions extends AutoCloseable {

  /**
   * A session, to be closed by whoever asked for it.
   *
   * @throws ServerException if there is no connection, or not in time
   */
  QuerySession session() throws ServerException;

  @Override
  void close();
}
