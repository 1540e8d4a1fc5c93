package dev.watershed.sql.fingerprint;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes at once, the first of them lowest. A test's answer is the top bit of each byte that
 * passes (H. S. Warren, Hacker's Delight, chapter 6).
 */
final class Words {
  static final int BYTES = 8;
  static final long TOPS = 0x8080808080808080L;

  private static final long ONES = 0x0101010101010101L;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Words() {}

  /** The eight bytes from an index on; all of them must exist. */
  static long load(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  /** Up to eight bytes, zeros beyond the last. */
  static long load(byte[] bytes, int from, int to) {
    if (to - from >= BYTES) {
      return load(bytes, from);
    }
    long word = 0;
    for (int at = from; at < to; at++) {
      word |= (bytes[at] & 0xFFL) << 8 * (at - from);
    }
    return word;
  }

  /** Bytes that end an ASCII word: none of letter, digit and underscore. */
  static long endsOfWord(long word) {
    long low = word & ~TOPS;
    long underscores = ~((low ^ '_' * ONES) + 0x7F * ONES);
    return (~(letters(word) | digits(low) | underscores) | word) & TOPS;
  }

  /** Bytes that are no digit. */
  static long endsOfDigits(long word) {
    return ~(digits(word & ~TOPS) & ~word) & TOPS;
  }

  /** Bytes equal to this one; only the lowest answer counts. */
  static long equal(long word, byte b) {
    long difference = word ^ (b & 0xFF) * ONES;
    return difference - ONES & ~difference & TOPS;
  }

  /** Letters in upper case, everything else as it is. */
  static long upper(long word) {
    return word & ~((letters(word) & ~word & TOPS) >>> 2);
  }

  /**
   * How many bytes stand before the lowest answer of a test; 8 if there is none. Counts bytes by a
   * multiplication, which the quick compiler translates well; it calls for trailing zeros.
   */
  static int before(long answer) {
    return (int) (((answer - 1 & ~answer & TOPS) >>> 7) * ONES >>> 56);
  }

  /** All bits of the bytes before the lowest answer; all bits if there is none. */
  static long maskBefore(long answer) {
    return ((answer & -answer) >>> 7) - 1;
  }

  private static long letters(long word) {
    long folded = word & ~TOPS | 0x20 * ONES;
    return folded + 0x1F * ONES & ~(folded + 0x05 * ONES);
  }

  private static long digits(long low) {
    return low + 0x50 * ONES & ~(low + 0x46 * ONES);
  }
}
