package dev.watershed.workload;

import java.util.Arrays;

/**
 * Which of many keys stay under a bound: those with the lowest hashes. A bottom-k sketch (Cohen,
 * Kaplan, PODC 2007): the choice for a union is the same whether it is made once at the end or
 * along the way, because a key that stays in the end is never above an earlier threshold.
 */
public final class LowestHashes {

  private LowestHashes() {}

  /**
   * The largest hash that stays (unsigned), or −1 (the largest of all) when all keys fit.
   *
   * @param hashes the keys' hashes, distinct
   */
  public static long threshold(long[] hashes, int bound) {
    if (hashes.length <= bound) {
      return -1L;
    }
    long[] flipped = new long[hashes.length];
    for (int i = 0; i < hashes.length; i++) {
      flipped[i] = hashes[i] ^ Long.MIN_VALUE;
    }
    Arrays.sort(flipped);
    return flipped[bound - 1] ^ Long.MIN_VALUE;
  }

  /** Whether a key of this hash stays under a threshold. */
  public static boolean stays(long hash, long threshold) {
    return Long.compareUnsigned(hash, threshold) <= 0;
  }

  /** FNV-1a over UTF-16 code units, then mixed: the same on every machine. */
  public static long hashOf(String text) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    return MeasureRows.mix(hash);
  }

  /** A 64-bit key, mixed likewise. */
  public static long hashOf(long key) {
    return MeasureRows.mix(key);
  }
}
