package dev.watershed.collector.slowlog;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Byte arrays read eight bytes at a time (SIMD within a register; Lamport 1975, Mycroft 1987). */
final class Words {

  /** Bytes that have to be readable behind the end of a range. */
  static final int PADDING = 64;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long NEWLINES = ONES * '\n';

  private Words() {}

  /** The eight bytes from {@code at}, the first one lowest. */
  static long at(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  /** The index of the next line feed in {@code [from, limit)}, or {@code limit}. */
  static int newline(byte[] bytes, int from, int limit) {
    int i = from;
    int last = limit - 8;
    while (i <= last) {
      long word = (long) LONGS.get(bytes, i) ^ NEWLINES;
      long found = word - ONES & ~word & HIGHS;
      if (found != 0) {
        return i + (Long.numberOfTrailingZeros(found) >>> 3);
      }
      i += 8;
    }
    while (i < limit && bytes[i] != '\n') {
      i++;
    }
    return i;
  }

  /** Whether {@code [at, limit)} begins with {@code prefix}. */
  static boolean startsWith(byte[] bytes, int at, int limit, byte[] prefix) {
    if (limit - at < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if (bytes[at + i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  /** A 64-bit hash of a range; the bytes up to {@code to + 8} have to be readable. */
  static long hash(byte[] bytes, int from, int to) {
    long hash = 0x9E3779B97F4A7C15L * (to - from + 1);
    int i = from;
    for (; i + 8 <= to; i += 8) {
      hash = mix(hash ^ at(bytes, i));
    }
    int rest = to - i;
    if (rest > 0) {
      hash = mix(hash ^ at(bytes, i) & -1L >>> (64 - 8 * rest));
    }
    return hash;
  }

  private static long mix(long value) {
    long product = value * 0xBF58476D1CE4E5B9L;
    return product ^ product >>> 32;
  }
}
