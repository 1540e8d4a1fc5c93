package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerIdentity;
import dev.watershed.collector.server.ServerProblem;
import dev.watershed.collector.server.ServerQueries;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** A server that answers no more once the collector was told to end. */
final class StoppableQueries implements ServerQueries {

  private final ServerQueries server;
  private final BooleanSupplier stopped;

  StoppableQueries(ServerQueries server, BooleanSupplier stopped) {
    this.server = server;
    this.stopped = stopped;
  }

  @Override
  public ServerIdentity identity() {
    return server.identity();
  }

  @Override
  public Columns columns() {
    return server.columns();
  }

  @Override
  public Instant serverTime() {
    return server.serverTime();
  }

  @Override
  public <T> T ask(Query<T> query) throws ServerException {
    if (stopped.getAsBoolean()) {
      throw new ServerException(ServerProblem.CUT, "told to end while the catalog was read");
    }
    return server.ask(query);
  }
}
