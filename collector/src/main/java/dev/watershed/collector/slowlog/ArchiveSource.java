package dev.watershed.collector.slowlog;

import com.github.luben.zstd.ZstdIOException;
import dev.watershed.collector.input.LogStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * The bytes of a stream. Where a compressed stream ends early or is damaged, what came before it
 * counts: the source ends there and keeps the reason. Closing it closes the stream, which may hold
 * memory outside of the heap.
 */
public final class ArchiveSource implements SlidingBuffer.Source, LogBytes, Closeable {

  private final InputStream stream;
  private Optional<String> damage = Optional.empty();

  /** The bytes of a stream that was unpacked already. */
  public ArchiveSource(InputStream stream) {
    this.stream = stream;
  }

  /** The unpacked bytes of a file, packed or not. */
  public static ArchiveSource of(Path file) throws IOException {
    InputStream raw = Files.newInputStream(file);
    try {
      return new ArchiveSource(LogStream.uncompressed(raw));
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /** Why the archive ended early. */
  public Optional<String> damage() {
    return damage;
  }

  /**
   * The first bytes, or those that are there before the end or the damage.
   *
   * @param most how many are wanted
   */
  public byte[] first(int most) throws IOException {
    byte[] first = new byte[most];
    int length = 0;
    int count = read(first, 0, most);
    while (count > 0) {
      length += count;
      count = read(first, length, most - length);
    }
    return Arrays.copyOf(first, length);
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (damage.isPresent()) {
      return -1;
    }
    try {
      return stream.read(into, offset, length);
    } catch (IOException e) {
      damage = damage(e);
      if (damage.isEmpty()) {
        throw e;
      }
    }
    return -1;
  }

  /** What is wrong with an archive where that is why it cannot be read on. */
  public static Optional<String> damage(IOException failure) {
    String message = String.valueOf(failure.getMessage());
    boolean damaged =
        failure instanceof EOFException
            || failure instanceof ZipException
            || failure instanceof ZstdIOException
            || message.startsWith("Truncated source");
    return damaged ? Optional.of(message) : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
