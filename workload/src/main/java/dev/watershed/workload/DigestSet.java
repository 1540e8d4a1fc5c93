package dev.watershed.workload;

import java.util.Arrays;

/**
 * The digests that ran in one transaction so far. Bounded by {@link LowestHashes}: what it holds
 * does not depend on the order of adding.
 */
public final class DigestSet {

  /** The most digests kept. */
  public static final int MOST_DIGESTS = 64;

  /** Ascending (unsigned) by their mixed value, which decides who stays. */
  private long[] digests = new long[4];

  private int size;
  private boolean truncated;

  /** Adds a digest; nothing changes when it is there. */
  public void add(long digest) {
    int place = placeOf(digest);
    if (place < size && digests[place] == digest) {
      return;
    }
    if (size == MOST_DIGESTS) {
      truncated = true;
      if (place == size) {
        return;
      }
      size--;
    }
    if (size == digests.length) {
      digests = Arrays.copyOf(digests, Math.min(MOST_DIGESTS, size * 2));
    }
    System.arraycopy(digests, place, digests, place + 1, size - place);
    digests[place] = digest;
    size++;
  }

  /** Marks the set as one of which digests are missing. */
  public void truncate() {
    truncated = true;
  }

  /** The number of digests kept. */
  public int size() {
    return size;
  }

  /** Whether digests were left out. */
  public boolean truncated() {
    return truncated;
  }

  /** The digests kept, ascending. */
  public long[] toSortedArray() {
    long[] sorted = Arrays.copyOf(digests, size);
    Arrays.sort(sorted);
    return sorted;
  }

  /** The class of a set that is not empty. */
  public TransactionClass toTransactionClass() {
    return TransactionClass.of(toSortedArray(), truncated);
  }

  /** Empties the set. */
  public void clear() {
    size = 0;
    truncated = false;
  }

  /** Where the digest is, or would be put. */
  private int placeOf(long digest) {
    long hash = MeasureRows.mix(digest);
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Long.compareUnsigned(MeasureRows.mix(digests[middle]), hash) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
