package dev.watershed.spark.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The bytes of a file that is elsewhere. Short ones are kept in memory outside of the heap; long
 * ones go to a temporary file without a name, which is mapped: memory does not grow with them.
 */
public final class FetchedBytes {

  /** A file of fewer bytes is kept in memory. */
  static final int LEAST_MAPPED = 1 << 20;

  private static final int CHUNK = 64 << 10;

  private FetchedBytes() {}

  /**
   * Reads a file to its end.
   *
   * @param name for messages
   * @throws IOException also if it ends before {@code length}, or has 2 GiB or more
   */
  public static ByteBuffer of(String name, InputStream stream, long length) throws IOException {
    if (length > Integer.MAX_VALUE) {
      throw new IOException(name + " is larger than 2 GiB: " + length);
    }
    ByteBuffer bytes =
        length < LEAST_MAPPED ? inMemory(stream, (int) length) : mapped(stream, length);
    if (bytes.remaining() < length) {
      throw new EOFException(name + " ended at " + bytes.remaining() + " of " + length + " bytes");
    }
    return bytes;
  }

  private static ByteBuffer inMemory(InputStream stream, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocateDirect(length);
    byte[] chunk = new byte[Math.max(1, Math.min(CHUNK, length))];
    while (bytes.hasRemaining()) {
      int count = stream.read(chunk, 0, Math.min(chunk.length, bytes.remaining()));
      if (count < 0) {
        break;
      }
      bytes.put(chunk, 0, count);
    }
    return bytes.flip();
  }

  private static ByteBuffer mapped(InputStream stream, long length) throws IOException {
    Path spilled = Files.createTempFile("watershed-", ".fetched");
    try {
      try (OutputStream copy = Files.newOutputStream(spilled)) {
        stream.transferTo(copy);
      }
      try (FileChannel channel = FileChannel.open(spilled, StandardOpenOption.READ)) {
        return channel.map(FileChannel.MapMode.READ_ONLY, 0, Math.min(length, channel.size()));
      }
    } finally {
      // What is mapped stays readable.
      Files.delete(spilled);
    }
  }
}
