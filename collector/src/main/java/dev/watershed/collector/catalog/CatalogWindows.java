package dev.watershed.collector.catalog;

import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.store.SourceProgress;
import dev.watershed.workload.store.StoreWriter;
import dev.watershed.workload.store.window.Seal;
import dev.watershed.workload.store.window.WindowHeader;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowName;
import dev.watershed.workload.store.window.WindowSource;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.collections.impl.factory.primitive.ByteLists;

/** Keeps catalogs in a store. Each is a run of its own, so that it counts once it is in place. */
public final class CatalogWindows {

  private final StoreWriter store;
  private final String version;

  /**
   * @param version of Watershed, for whoever asks later who wrote a window
   */
  public CatalogWindows(StoreWriter store, String version) {
    this.store = store;
    this.version = version;
  }

  /**
   * The last catalog of a server.
   *
   * @param cursor what the collector put with it
   */
  public record Last(Catalog catalog, byte[] cursor) {

    public Last {
      cursor = cursor.clone();
    }

    @Override
    public byte[] cursor() {
      return cursor.clone();
    }
  }

  /**
   * The last catalog of a server; empty if there is none, or not all of it is readable: then it has
   * to be put again.
   */
  public Optional<Last> last(String server) throws IOException {
    Optional<Seal> seal = store.progress(server, WindowSource.CATALOG).done();
    if (seal.isEmpty()) {
      return Optional.empty();
    }
    byte[] cursor = seal.get().cursor().toArray();
    return store.wholeCatalog(server).map(catalog -> new Last(catalog, cursor));
  }

  /**
   * Puts a catalog in place as a whole; when this returns, it is safe.
   *
   * @param now when it was read
   * @param cursor what tells whether the next one is another
   */
  public void put(String server, Instant now, Catalog catalog, byte[] cursor) throws IOException {
    SourceProgress progress = store.progress(server, WindowSource.CATALOG);
    long run = progress.nextRun();
    Instant slot = WindowLevel.SLOT.startOf(now);
    WindowName name = new WindowName(server, WindowSource.CATALOG, WindowLevel.SLOT, slot, run);
    Seal seal = new Seal(run, 0, 1, ByteLists.immutable.of(cursor));
    WindowHeader header = new WindowHeader(name, now, now, version, seal, List.of());
    if (!store.put(header, catalog)) {
      throw new IOException(
          server + ": there is another catalog called " + name.fileName() + " in the store");
    }
  }
}
