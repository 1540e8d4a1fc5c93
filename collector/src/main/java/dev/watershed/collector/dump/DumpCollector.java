package dev.watershed.collector.dump;

import dev.watershed.collector.catalog.CatalogReport;
import dev.watershed.collector.catalog.CatalogWindows;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.input.LogStream;
import dev.watershed.collector.slowlog.ArchiveSource;
import dev.watershed.sql.definition.DefinitionReader;
import dev.watershed.sql.definition.DefinitionScript;
import dev.watershed.workload.catalog.Catalog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Puts the catalog of a dump into the store, if the dump is another than the last time. */
public final class DumpCollector {

  /** Raised when the same dump gives another catalog than before: then it is read again. */
  private static final int READER_VERSION = 3;

  /** More than the definitions of 100,000 tables take. */
  private static final int MOST_BYTES = 256 << 20;

  private final CatalogWindows windows;

  public DumpCollector(CatalogWindows windows) {
    this.windows = windows;
  }

  /**
   * Looks at a dump.
   *
   * @param now when that is
   * @throws IOException if it cannot be read, or the catalog cannot be put in place; the message
   *     says why
   */
  public CatalogReport look(FollowedDump dump, Instant now) throws IOException {
    byte[] bytes = bytes(dump);
    byte[] cursor = cursor(dump, bytes);
    Optional<CatalogWindows.Last> last = windows.last(dump.server());
    Optional<Catalog> before = last.map(CatalogWindows.Last::catalog);
    if (last.isPresent() && Arrays.equals(last.get().cursor(), cursor)) {
      return CatalogReport.of(before, before.get(), false);
    }
    DefinitionScript script =
        DefinitionReader.read(
            new String(bytes, StandardCharsets.UTF_8), dump.mode(), dump.literals());
    if (script.definitions().isEmpty()) {
      throw new IOException(
          dump.name()
              + ": there is no definition in it; expected what 'mysqldump --no-data --routines"
              + " --events --databases …' writes");
    }
    Instant written = Files.getLastModifiedTime(dump.path()).toInstant();
    Catalog catalog =
        CatalogBuilder.build(script, dump.name(), written.isAfter(now) ? now : written);
    windows.put(dump.server(), now, catalog, cursor);
    return CatalogReport.of(before, catalog, true);
  }

  private static byte[] bytes(FollowedDump dump) throws IOException {
    try (InputStream file = Files.newInputStream(dump.path());
        InputStream stream = LogStream.uncompressed(file)) {
      byte[] bytes = stream.readNBytes(MOST_BYTES);
      if (stream.read() >= 0) {
        throw new IOException(
            dump.name() + ": more than " + (MOST_BYTES >> 20) + " MB; dump with --no-data");
      }
      return bytes;
    } catch (NoSuchFileException absent) {
      throw new IOException(dump.name() + ": no such file", absent);
    } catch (AccessDeniedException denied) {
      throw new IOException(
          dump.name() + ": permission denied; run as a user who may read it", denied);
    } catch (IOException failure) {
      String damage = ArchiveSource.damage(failure).orElseThrow(() -> failure);
      throw new IOException(
          dump.name() + ": the compressed file is damaged or ends early (" + damage + ")", failure);
    }
  }

  private static byte[] cursor(FollowedDump dump, byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new ByteWriter()
          .number(READER_VERSION)
          .text(dump.literals().name())
          .text(dump.mode().toString())
          .bytes(hash)
          .toByteArray();
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
