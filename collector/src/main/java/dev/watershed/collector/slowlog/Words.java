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
  private static final long BLANKS = ONES * ' ';

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
        return i + before(found);
      }
      i += 8;
    }
    while (i < limit && bytes[i] != '\n') {
      i++;
    }
    return i;
  }

  /** The index of the next blank or line feed in {@code [from, limit)}, or {@code limit}. */
  static int blankOrNewline(byte[] bytes, int from, int limit) {
    int i = from;
    int last = limit - 8;
    while (i <= last) {
      long word = (long) LONGS.get(bytes, i);
      long newline = word ^ NEWLINES;
      long blank = word ^ BLANKS;
      long found = (newline - ONES & ~newline | blank - ONES & ~blank) & HIGHS;
      if (found != 0) {
        return i + before(found);
      }
      i += 8;
    }
    while (i < limit && bytes[i] != ' ' && bytes[i] != '\n') {
      i++;
    }
    return i;
  }

  /**
   * How many bytes stand before the lowest bit that is set. Counts bytes by a multiplication, which
   * the quick compiler translates well; it calls for trailing zeros.
   */
  static int before(long found) {
    return (int) (((found - 1 & ~found & HIGHS) >>> 7) * ONES >>> 56);
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

  /**
   * Whether {@code other} from {@code at} on begins with a range; both have to be readable eight
   * bytes beyond their ends.
   */
  static boolean equal(byte[] other, int at, byte[] bytes, int from, int to) {
    int i = from;
    int j = at;
    for (; i + 8 <= to; i += 8, j += 8) {
      if (at(bytes, i) != at(other, j)) {
        return false;
      }
    }
    int rest = to - i;
    return rest == 0 || (at(bytes, i) ^ at(other, j)) << 64 - 8 * rest == 0;
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
