package dev.watershed.benchmarks.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * A file of the store whose checksums fit again, so that what lies behind them is reached: a
 * checksum protects from a damaged disk, not from whoever made the file. The layout is that of
 * {@code dev.watershed.workload.store.container.Container}.
 */
final class Resealed {

  private static final long MAGIC = 0x4445485352544157L;
  private static final int HEADER_BYTES = 16;
  private static final int TRAILER_BYTES = 16;
  private static final int DEEPEST = 2;

  private Resealed() {}

  /** Puts checksums into a file, and into the files that are its sections. */
  static void seal(ByteBuffer file) {
    seal(file, 0);
  }

  private static void seal(ByteBuffer bytes, int depth) {
    ByteBuffer file = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    int trailer = file.limit() - TRAILER_BYTES;
    if (trailer < HEADER_BYTES || file.getLong(0) != MAGIC || depth > DEEPEST) {
      return;
    }
    file.putLong(trailer + Long.BYTES, MAGIC);
    int length = file.getInt(trailer);
    if (length <= 0 || length > trailer - HEADER_BYTES) {
      return;
    }
    ByteBuffer directory = file.slice(trailer - length, length).order(ByteOrder.LITTLE_ENDIAN);
    int kind = directory.get() & 0xff;
    if (kind + Integer.BYTES < directory.remaining()) {
      directory.position(directory.position() + kind + Integer.BYTES);
      while (directory.hasRemaining() && section(file, directory, depth)) {
        // Each call takes one.
      }
    }
    file.putInt(trailer + Integer.BYTES, checksum(directory));
  }

  private static boolean section(ByteBuffer file, ByteBuffer directory, int depth) {
    int name = directory.get() & 0xff;
    if (name + 2 * Long.BYTES + Integer.BYTES > directory.remaining()) {
      return false;
    }
    directory.position(directory.position() + name);
    long offset = directory.getLong();
    long length = directory.getLong();
    int place = directory.position();
    directory.getInt();
    boolean inside = offset >= 0 && length >= 0 && offset <= file.limit() - length;
    if (inside) {
      ByteBuffer section = file.slice((int) offset, (int) length);
      seal(section, depth + 1);
      directory.putInt(place, checksum(section));
    }
    return true;
  }

  private static int checksum(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.duplicate().clear());
    return (int) crc.getValue();
  }
}
