package dev.watershed.collector.slowlog;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * The bytes of a stream. Where a compressed stream ends early or is damaged, what came before it
 * counts: the source ends there and keeps the reason.
 */
public final class ArchiveSource implements SlidingBuffer.Source, LogBytes {

  private final InputStream stream;
  private Optional<String> damage = Optional.empty();

  /** The bytes of a stream that was unpacked already. */
  public ArchiveSource(InputStream stream) {
    this.stream = stream;
  }

  /** Why the archive ended early. */
  public Optional<String> damage() {
    return damage;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (damage.isPresent()) {
      return -1;
    }
    try {
      return stream.read(into, offset, length);
    } catch (EOFException | ZipException e) {
      damage = Optional.of(String.valueOf(e.getMessage()));
    } catch (com.github.luben.zstd.ZstdIOException e) {
      damage = Optional.of(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      if (e.getMessage() == null || !e.getMessage().startsWith("Truncated source")) {
        throw e;
      }
      damage = Optional.of(e.getMessage());
    }
    return -1;
  }
}
