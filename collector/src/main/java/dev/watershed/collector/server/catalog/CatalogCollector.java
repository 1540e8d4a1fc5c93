package dev.watershed.collector.server.catalog;

import dev.watershed.collector.catalog.CatalogWindows;
import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.server.ServerException;
import dev.watershed.workload.catalog.Catalog;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Puts the catalogs of running servers into the store, each once an hour. Definitions that did not
 * change are in the store already, and are not written again. Whether something changed is not
 * asked first: no column of any server tells it of every kind of change.
 */
public final class CatalogCollector {

  /** Reads the catalog of a server. */
  @FunctionalInterface
  public interface Reader {
    /** Asks the server. */
    Catalog read() throws ServerException;
  }

  private static final Duration AGE = Duration.ofHours(1);
  private static final int VERSION = 1;
  private static final String LIVE = "live";

  private final CatalogWindows windows;
  private final boolean raw;
  private final Map<String, Instant> lastReads = new ConcurrentHashMap<>();

  /**
   * @param raw whether literals are kept
   */
  public CatalogCollector(CatalogWindows windows, boolean raw) {
    this.windows = windows;
    this.raw = raw;
  }

  /**
   * Reads the catalog of a server, if the last one is an hour old.
   *
   * @param now when that is
   * @return what was put in place, if it was time
   * @throws ServerException if the server does not tell it; it is asked again at the next look
   * @throws IOException if it cannot be put in place
   */
  public Optional<Catalog> look(String server, Reader reader, Instant now)
      throws ServerException, IOException {
    if (!isDue(server, now)) {
      return Optional.empty();
    }
    Catalog catalog = reader.read();
    windows.put(server, now, catalog, cursor(now));
    lastReads.put(server, now);
    return Optional.of(catalog);
  }

  /** A clock that was set back is no reason to wait. */
  private boolean isDue(String server, Instant now) throws IOException {
    Optional<Instant> last = Optional.ofNullable(lastReads.get(server));
    if (last.isEmpty()) {
      last = windows.lastCursor(server).flatMap(this::readAt);
      last.ifPresent(time -> lastReads.put(server, time));
    }
    return last.isEmpty() || now.isBefore(last.get()) || !now.isBefore(last.get().plus(AGE));
  }

  private byte[] cursor(Instant now) {
    return new ByteWriter()
        .number(VERSION)
        .text(LIVE)
        .flag(raw)
        .number(now.toEpochMilli())
        .toByteArray();
  }

  /** When the last one was read, if it was read from the server as it would be now. */
  private Optional<Instant> readAt(byte[] cursor) {
    try {
      ByteReader bytes = new ByteReader(cursor);
      boolean same = bytes.number() == VERSION && bytes.text().equals(LIVE) && bytes.flag() == raw;
      return same ? Optional.of(Instant.ofEpochMilli(bytes.number())) : Optional.empty();
    } catch (DamagedBytesException ofAnotherSource) {
      return Optional.empty();
    }
  }
}
