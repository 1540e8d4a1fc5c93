package dev.watershed.collector.server;

import java.time.Instant;
import java.util.Optional;

/** A server that answers until it is closed. */
public interface QuerySession extends ServerQueries, AutoCloseable {

  /**
   * Makes sure that the process that began to answer has answered everything: behind a proxy, one
   * connection may reach several.
   *
   * @throws ServerException if it is another one now
   */
  void verify() throws ServerException;

  /**
   * Until when the server was counted under another name, by its clock: what it showed before shall
   * not be counted again. Empty if it was not.
   */
  default Optional<Instant> countedElsewhere() {
    return Optional.empty();
  }

  @Override
  void close() throws ServerException;
}
