package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerQueries;
import java.util.List;

/** Asks for parts of a catalog without which the others are still true. */
final class PartReader {

  private final ServerQueries server;
  private final Gaps gaps;

  PartReader(ServerQueries server, Gaps gaps) {
    this.server = server;
    this.gaps = gaps;
  }

  /**
   * The rows, or none and a gap where this question has no answer.
   *
   * @throws ServerException if the server answers nothing any more
   */
  <T> List<T> rows(String part, Query<List<T>> query) throws ServerException {
    try {
      return server.ask(query);
    } catch (ServerException e) {
      if (!e.problem().ofOneQuestion()) {
        throw e;
      }
      gaps.add(part, "unknown: " + e.getMessage());
      return List.of();
    }
  }
}
