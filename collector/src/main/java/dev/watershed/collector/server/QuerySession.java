package dev.watershed.collector.server;

/** A server that answers until it is closed. */
public interface QuerySession extends ServerQueries, AutoCloseable {

  /**
   * Makes sure that the process that began to answer has answered everything: behind a proxy, one
   * connection may reach several.
   *
   * @throws ServerException if it is another one now
   */
  void verify() throws ServerException;

  @Override
  void close() throws ServerException;
}
