package dev.watershed.collector.server.catalog;

import dev.watershed.collector.catalog.CatalogReport;
import dev.watershed.collector.catalog.CatalogWindows;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.server.ServerException;
import dev.watershed.workload.catalog.Catalog;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Puts the catalogs of running servers into the store: each is read at the first look of a run,
 * then once an hour, and put if it is another than the last one. Definitions that did not change
 * are in the store already, and are not written again. Whether something changed is not asked
 * first: no column of any server tells it of every kind of change.
 */
public final class CatalogCollector {

  /** Reads the catalog of a server. */
  @FunctionalInterface
  public interface Reader {
    /**
     * Asks the server.
     *
     * @param stopped whether to end before the next question, with an exception
     */
    Catalog read(BooleanSupplier stopped) throws ServerException;
  }

  private static final Duration AGE = Duration.ofHours(1);

  /** A server that is too slow for it, or refuses the account, is not asked at every look. */
  private static final Duration AGE_OF_FAILURE = Duration.ofMinutes(10);

  private static final int VERSION = 2;
  private static final String LIVE = "live";

  private record Asked(Instant at, Duration pause) {

    /** A clock that was set back is no reason to wait. */
    boolean isOver(Instant now) {
      return now.isBefore(at) || !now.isBefore(at.plus(pause));
    }
  }

  private final CatalogWindows windows;
  private final boolean raw;
  private final Map<String, Asked> asked = new ConcurrentHashMap<>();

  /**
   * @param raw whether literals are kept
   */
  public CatalogCollector(CatalogWindows windows, boolean raw) {
    this.windows = windows;
    this.raw = raw;
  }

  /**
   * Reads the catalog of a server, if the last one of this run is an hour old, or the last failure
   * ten minutes.
   *
   * @param now when that is
   * @return what it was like, if it was time
   * @throws ServerException if the server does not tell it
   * @throws IOException if it cannot be put in place
   */
  public Optional<CatalogReport> look(
      String server, Reader reader, Instant now, BooleanSupplier stopped)
      throws ServerException, IOException {
    Asked last = asked.get(server);
    if (last != null && !last.isOver(now)) {
      return Optional.empty();
    }
    asked.put(server, new Asked(now, AGE_OF_FAILURE));
    CatalogReport report = put(server, reader.read(stopped), now);
    asked.put(server, new Asked(now, AGE));
    return Optional.of(report);
  }

  private CatalogReport put(String server, Catalog catalog, Instant now) throws IOException {
    Optional<CatalogWindows.Last> last = windows.last(server);
    boolean same =
        last.isPresent()
            && Arrays.equals(last.get().cursor(), cursor())
            && SameCatalog.same(last.get().catalog(), catalog);
    if (!same) {
      windows.put(server, now, catalog, cursor());
    }
    return CatalogReport.of(last.map(CatalogWindows.Last::catalog), catalog, !same);
  }

  /** What tells the catalog of a server from that of a dump, and one with literals from others. */
  private byte[] cursor() {
    return new ByteWriter().number(VERSION).text(LIVE).flag(raw).toByteArray();
  }
}
