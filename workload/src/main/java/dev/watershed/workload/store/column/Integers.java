package dev.watershed.workload.store.column;

import java.nio.ByteBuffer;

/** Integers of 8 to 64 bits, read as wider ones and written as narrow as they fit. */
final class Integers {

  private Integers() {}

  /** Copies {@code rows} little-endian integers of so many bits. */
  static void copy(int bits, ByteBuffer from, long[] into, int rows) {
    switch (bits) {
      case Byte.SIZE -> {
        for (int row = 0; row < rows; row++) {
          into[row] = from.get(row);
        }
      }
      case Short.SIZE -> {
        for (int row = 0; row < rows; row++) {
          into[row] = from.getShort(row * Short.BYTES);
        }
      }
      case Integer.SIZE -> {
        for (int row = 0; row < rows; row++) {
          into[row] = from.getInt(row * Integer.BYTES);
        }
      }
      default -> from.asLongBuffer().get(into, 0, rows);
    }
  }

  /** Copies likewise; {@code bits} is at most 32. */
  static void copy(int bits, ByteBuffer from, int[] into, int rows) {
    switch (bits) {
      case Byte.SIZE -> {
        for (int row = 0; row < rows; row++) {
          into[row] = from.get(row);
        }
      }
      case Short.SIZE -> {
        for (int row = 0; row < rows; row++) {
          into[row] = from.getShort(row * Short.BYTES);
        }
      }
      default -> from.asIntBuffer().get(into, 0, rows);
    }
  }

  /** Copies likewise; {@code bits} is at most 16. */
  static void copy(int bits, ByteBuffer from, short[] into, int rows) {
    if (bits == Byte.SIZE) {
      for (int row = 0; row < rows; row++) {
        into[row] = from.get(row);
      }
    } else {
      from.asShortBuffer().get(into, 0, rows);
    }
  }

  /** The fewest bits, of those that integers come in, that hold all values. */
  static int bitsFor(long[] values) {
    long bits = 0;
    for (long value : values) {
      // Of a negative value the leading ones count like the leading zeros of another.
      bits |= value ^ value >> Long.SIZE - 1;
    }
    int used = Long.SIZE - Long.numberOfLeadingZeros(bits) + 1;
    return used <= Byte.SIZE
        ? Byte.SIZE
        : used <= Short.SIZE ? Short.SIZE : used <= Integer.SIZE ? Integer.SIZE : Long.SIZE;
  }

  /** Writes all values with so many bits. */
  static void put(int bits, long[] values, ByteBuffer into) {
    for (int row = 0; row < values.length; row++) {
      switch (bits) {
        case Byte.SIZE -> into.put(row, (byte) values[row]);
        case Short.SIZE -> into.putShort(row * Short.BYTES, (short) values[row]);
        case Integer.SIZE -> into.putInt(row * Integer.BYTES, (int) values[row]);
        default -> into.putLong(row * Long.BYTES, values[row]);
      }
    }
  }
}
