package dev.watershed.workload.store.column;

import java.nio.ByteBuffer;

/**
 * Reads little-endian integers of 8 to 64 bits as wider ones: copied to an array at once, since a
 * loop over an array is several times as fast as one over a buffer. For one thread.
 */
final class NarrowIntegers {

  private byte[] bytes = new byte[0];
  private short[] shorts = new short[0];
  private int[] ints = new int[0];

  /** Copies {@code rows} integers of so many bits. */
  void copy(int bits, ByteBuffer from, long[] into, int rows) {
    switch (bits) {
      case Byte.SIZE -> {
        byte[] narrow = bytes(from, rows);
        for (int row = 0; row < rows; row++) {
          into[row] = narrow[row];
        }
      }
      case Short.SIZE -> {
        short[] narrow = shorts(from, rows);
        for (int row = 0; row < rows; row++) {
          into[row] = narrow[row];
        }
      }
      case Integer.SIZE -> {
        int[] narrow = ints(from, rows);
        for (int row = 0; row < rows; row++) {
          into[row] = narrow[row];
        }
      }
      default -> from.asLongBuffer().get(into, 0, rows);
    }
  }

  /** Copies likewise; {@code bits} is at most 32. */
  void copy(int bits, ByteBuffer from, int[] into, int rows) {
    switch (bits) {
      case Byte.SIZE -> {
        byte[] narrow = bytes(from, rows);
        for (int row = 0; row < rows; row++) {
          into[row] = narrow[row];
        }
      }
      case Short.SIZE -> {
        short[] narrow = shorts(from, rows);
        for (int row = 0; row < rows; row++) {
          into[row] = narrow[row];
        }
      }
      default -> from.asIntBuffer().get(into, 0, rows);
    }
  }

  /** Copies likewise; {@code bits} is at most 16. */
  void copy(int bits, ByteBuffer from, short[] into, int rows) {
    if (bits == Byte.SIZE) {
      byte[] narrow = bytes(from, rows);
      for (int row = 0; row < rows; row++) {
        into[row] = narrow[row];
      }
    } else {
      from.asShortBuffer().get(into, 0, rows);
    }
  }

  private byte[] bytes(ByteBuffer from, int rows) {
    if (rows > bytes.length) {
      bytes = new byte[roomy(rows)];
    }
    from.get(0, bytes, 0, rows);
    return bytes;
  }

  private short[] shorts(ByteBuffer from, int rows) {
    if (rows > shorts.length) {
      shorts = new short[roomy(rows)];
    }
    from.asShortBuffer().get(shorts, 0, rows);
    return shorts;
  }

  private int[] ints(ByteBuffer from, int rows) {
    if (rows > ints.length) {
      ints = new int[roomy(rows)];
    }
    from.asIntBuffer().get(ints, 0, rows);
    return ints;
  }

  private static int roomy(int rows) {
    return rows + (rows >> 1);
  }
}
