package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.connection.ServerAddress;
import dev.watershed.collector.server.connection.ServerLimits;
import dev.watershed.collector.server.connection.ServerPool;
import dev.watershed.workload.catalog.Catalog;
import java.util.function.BooleanSupplier;

/** Reads the catalog of a server over one connection, which is closed between two reads. */
public final class ServerCatalogReader implements CatalogCollector.Reader {

  private final ServerAddress address;
  private final boolean raw;

  /**
   * @param raw whether literals are kept
   */
  public ServerCatalogReader(ServerAddress address, boolean raw) {
    this.address = address;
    this.raw = raw;
  }

  @Override
  public Catalog read(BooleanSupplier stopped) throws ServerException {
    try (ServerPool pool = new ServerPool(address, ServerLimits.catalog(), LiveCatalog.tables());
        QuerySession session = pool.session()) {
      Catalog catalog = LiveCatalog.read(new StoppableQueries(session, stopped), raw);
      session.verify();
      return catalog;
    }
  }
}
