package dev.watershed.sql.fingerprint;

import java.nio.charset.StandardCharsets;

/**
 * The running 64-bit hash over canonical tokens: a multiplication to 128 bits per token, whose
 * halves are combined (the step of wyhash). It reads bytes in one fixed order, so that a digest is
 * the same on every machine.
 */
final class TokenHash {
  static final long SEED = 0x9E3779B97F4A7C15L;

  /** Kinds beside a length of 0 to 1024 bytes, which stands for an identifier. */
  static final int WORD = 0x2000;

  static final int COLUMN_NUMBER = 0x2001;

  private static final long MULTIPLIER = 0xA0761D6478BD642FL;
  private static final long STEP = 0xE7037ED1A0B428DBL;

  private TokenHash() {}

  /** Adds one token: what it is made of, and its kind or the number of its bytes. */
  static long add(long hash, long content, int kind) {
    return mix(hash ^ content, MULTIPLIER + kind * STEP);
  }

  /** The content of an identifier: its bytes, eight to a word, later words folded in. */
  static long content(byte[] bytes, int from, int to) {
    long content = Words.load(bytes, from, to);
    for (int at = from + Words.BYTES; at < to; at += Words.BYTES) {
      content = fold(content, Words.load(bytes, at, to));
    }
    return content;
  }

  static long fold(long content, long word) {
    return mix(content ^ MULTIPLIER, word ^ STEP);
  }

  /** What a fixed token is made of: a hash of its name alone. */
  static long contentOfName(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return mix(content(bytes, 0, bytes.length) ^ STEP, SEED + bytes.length);
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
