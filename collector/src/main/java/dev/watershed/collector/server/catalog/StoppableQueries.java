package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.ForwardedQueries;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerProblem;
import dev.watershed.collector.server.ServerQueries;
import java.util.function.BooleanSupplier;

/** A server that answers no more once the collector was told to end. */
final class StoppableQueries extends ForwardedQueries {

  private final BooleanSupplier stopped;

  StoppableQueries(ServerQueries server, BooleanSupplier stopped) {
    super(server);
    this.stopped = stopped;
  }

  @Override
  public <T> T ask(Query<T> query) throws ServerException {
    if (stopped.getAsBoolean()) {
      throw new ServerException(ServerProblem.CUT, "told to end while the catalog was read");
    }
    return super.ask(query);
  }
}
