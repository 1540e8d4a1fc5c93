package dev.watershed.workload.store.column;

import java.nio.ByteBuffer;

/** Integers of 8 to 64 bits, written as narrow as they fit. */
final class Integers {

  private Integers() {}

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
