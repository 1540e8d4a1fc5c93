package dev.watershed.spark.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.StreamCapabilities;

/** Writes a file of Hadoop to its end, durably; of one that fails nothing becomes visible. */
final class CreatedFile {

  private static final int CHUNK = 64 << 10;

  private CreatedFile() {}

  /** Writes and closes a file that was created. */
  static void write(FSDataOutputStream stream, List<ByteBuffer> parts) throws IOException {
    boolean whole = false;
    try {
      for (ByteBuffer part : parts) {
        write(stream, part.duplicate());
      }
      if (stream.hasCapability(StreamCapabilities.HSYNC)) {
        stream.hsync();
      }
      whole = true;
    } finally {
      if (!whole && stream.hasCapability(StreamCapabilities.ABORTABLE_STREAM)) {
        // To close it would put it in place.
        stream.abort();
      } else {
        stream.close();
      }
    }
  }

  private static void write(FSDataOutputStream stream, ByteBuffer part) throws IOException {
    byte[] chunk = new byte[Math.min(CHUNK, part.remaining())];
    while (part.hasRemaining()) {
      int count = Math.min(chunk.length, part.remaining());
      part.get(chunk, 0, count);
      stream.write(chunk, 0, count);
    }
  }
}
