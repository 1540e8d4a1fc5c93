package dev.watershed.sql.fingerprint;

import dev.watershed.sql.SqlMode;
import java.util.Arrays;
import java.util.Optional;

/**
 * Recognises long statements that differ from an earlier one in nothing but their literals, and so
 * have its digest: comparing bytes is several times as fast as lexing them, and what an
 * object-relational mapper writes is long and always the same.
 *
 * <p>A statement is remembered as a {@link StatementPattern}. Another one matches if the text
 * between the gaps is the same byte for byte and literals of the same form stand in them; the
 * tokens are then the same. Not thread-safe; bounded, and forgets all when it is full.
 */
public final class FingerprintMemo {

  /** What {@link #find} returns when it knows no such statement. */
  public static final long UNKNOWN = 0;

  private static final int SHORTEST = 192;
  private static final int[] PREFIXES = {32, 64, 160, 512};
  private static final int BUCKETS = 1 << 13;
  private static final int BUCKET_SIZE = 64;
  private static final int MOST_BYTES = 24 << 20;

  private final PatternFinder finder;
  private final StatementPattern[][] buckets = new StatementPattern[BUCKETS][];
  private final long[] hashes = new long[PREFIXES.length];
  private int bytesKept;

  /** A memo for statements under an SQL mode. */
  public FingerprintMemo(SqlMode mode) {
    this.finder = new PatternFinder(mode);
  }

  /**
   * The digest of the statement in {@code [from, to)}, which has no comments; or {@link #UNKNOWN}.
   *
   * @param bytes readable at least eight bytes beyond {@code to}
   */
  public long find(byte[] bytes, int from, int to) {
    if (to - from < SHORTEST) {
      return UNKNOWN;
    }
    int known = hashPrefixes(bytes, from, to - from);
    for (int i = known - 1; i >= 0; i--) {
      long digest = find(bytes, from, to, hashes[i]);
      if (digest != UNKNOWN) {
        return digest;
      }
    }
    return UNKNOWN;
  }

  /**
   * The shortest statement that differs from a whole one in nothing but its literals, and so has
   * its digest; empty when none is known.
   */
  public Optional<byte[]> shortest(byte[] bytes, int from, int to) {
    return finder.find(bytes, from, to)
        ? Optional.of(finder.pattern(0, UNKNOWN).shortest())
        : Optional.empty();
  }

  /**
   * Remembers a whole statement without an open literal, if it is worth it.
   *
   * @param digest its digest
   */
  public void remember(byte[] bytes, int from, int to, long digest) {
    if (to - from < SHORTEST || !finder.find(bytes, from, to)) {
      return;
    }
    int known = hashPrefixes(bytes, from, finder.prefix());
    if (known == 0) {
      return;
    }
    StatementPattern pattern = finder.pattern(hashes[known - 1], digest);
    if (bytesKept + pattern.size() > MOST_BYTES) {
      Arrays.fill(buckets, null);
      bytesKept = 0;
    }
    bytesKept += pattern.size();
    int index = index(pattern.hash());
    StatementPattern[] bucket = buckets[index] == null ? new StatementPattern[0] : buckets[index];
    int kept = Math.min(bucket.length, BUCKET_SIZE - 1);
    StatementPattern[] longer = new StatementPattern[kept + 1];
    System.arraycopy(bucket, 0, longer, 1, kept);
    longer[0] = pattern;
    buckets[index] = longer;
  }

  private long find(byte[] bytes, int from, int to, long hash) {
    StatementPattern[] bucket = buckets[index(hash)];
    if (bucket == null) {
      return UNKNOWN;
    }
    for (int i = 0; i < bucket.length; i++) {
      StatementPattern pattern = bucket[i];
      if (pattern.hash() == hash && pattern.matches(bytes, from, to)) {
        bucket[i] = bucket[i >> 1];
        bucket[i >> 1] = pattern;
        return pattern.digest();
      }
    }
    return UNKNOWN;
  }

  private static int index(long hash) {
    return (int) (hash >>> 40) & BUCKETS - 1;
  }

  /** Hashes the prefixes that are not longer than {@code length}; returns how many there are. */
  private int hashPrefixes(byte[] bytes, int from, int length) {
    long hash = 0;
    int done = 0;
    int known = 0;
    while (known < PREFIXES.length && PREFIXES[known] <= length) {
      for (; done < PREFIXES[known]; done += Words.BYTES) {
        hash = (hash ^ Words.load(bytes, from + done)) * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 29;
      }
      hashes[known++] = hash;
    }
    return known;
  }
}
