package dev.watershed.sql.fingerprint;

import java.nio.charset.StandardCharsets;

/**
 * The running 64-bit hash over canonical tokens: a multiplication to 128 bits per token, whose
 * halves are combined (the step of wyhash). It reads bytes in one fixed order, so that a digest is
 * the same on every machine.
 */
final class TokenHash {
  static final long SEED = 0x9E3779B97F4A7C15L;

  // Odd numbers without pattern, for fixed tokens, numbers of columns, and identifiers.
  private static final long FIXED = 0x8EBC6AF09C88C6E3L;
  private static final long COLUMN = 0x589965CC75374CC3L;
  private static final long MULTIPLIER = 0xA0761D6478BD642FL;
  private static final long STEP = 0xE7037ED1A0B428DBL;

  private TokenHash() {}

  /** Adds a fixed token: its content. */
  static long add(long hash, long content) {
    return mix(hash ^ content, FIXED);
  }

  /** Adds a number that names a column. */
  static long addColumnNumber(long hash, long number) {
    return mix(hash ^ number, COLUMN);
  }

  /**
   * Adds an identifier: its first and its second eight bytes, zeros beyond the last, later ones
   * {@link #fold folded} in, and their number.
   */
  static long addName(long hash, long first, long second, int length) {
    return mix(hash ^ first, second ^ MULTIPLIER + length * STEP);
  }

  /** Adds an identifier. */
  static long addName(long hash, byte[] bytes, int from, int to) {
    long first = Words.load(bytes, from, to);
    long second = Words.load(bytes, Math.min(to, from + Words.BYTES), to);
    for (int at = from + 2 * Words.BYTES; at < to; at += Words.BYTES) {
      long folded = fold(first, Words.load(bytes, at, to));
      first = second;
      second = folded;
    }
    return addName(hash, first, second, to - from);
  }

  /** Makes room for eight bytes more: what the older of the last two words becomes. */
  static long fold(long older, long word) {
    return mix(older ^ MULTIPLIER, word ^ STEP);
  }

  /** What a fixed token is made of: a hash of its name alone. */
  static long contentOfName(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return finish(addName(STEP, bytes, 0, bytes.length));
  }

  /** The last step: every bit of the hash reaches every bit of the digest. */
  static long finish(long hash) {
    long h = hash ^ hash >>> 32;
    h *= 0xD6E8FEB86659FD93L;
    h ^= h >>> 32;
    h *= 0xD6E8FEB86659FD93L;
    return h ^ h >>> 32;
  }

  private static long mix(long a, long b) {
    return Math.multiplyHigh(a, b) ^ a * b;
  }
}
