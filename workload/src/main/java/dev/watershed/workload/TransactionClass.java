package dev.watershed.workload;

import java.util.Arrays;
import org.eclipse.collections.api.list.primitive.ImmutableLongList;
import org.eclipse.collections.impl.factory.primitive.LongLists;

/**
 * Transactions alike: those in which the same digests ran, in any order and number. Beyond {@link
 * DigestSet#MOST_DIGESTS} only the digests with the lowest hashes are kept and the class is marked,
 * so that it does not depend on the order of the statements.
 */
public final class TransactionClass {

  /** The class that stands for all classes beyond the bound. */
  public static final TransactionClass LUMPED = new TransactionClass(new long[0], true, 0);

  private final long[] digests;
  private final boolean truncated;
  private final long id;

  private TransactionClass(long[] digests, boolean truncated, long id) {
    this.digests = digests;
    this.truncated = truncated;
    this.id = id;
  }

  /**
   * The class of some digests.
   *
   * @param digests ascending, distinct, at most {@link DigestSet#MOST_DIGESTS}
   * @param truncated whether more ran
   */
  public static TransactionClass of(long[] digests, boolean truncated) {
    if (digests.length == 0 || digests.length > DigestSet.MOST_DIGESTS) {
      throw new IllegalArgumentException(
          "a transaction class has 1 to " + DigestSet.MOST_DIGESTS + " digests: " + digests.length);
    }
    for (int i = 1; i < digests.length; i++) {
      if (digests[i - 1] >= digests[i]) {
        throw new IllegalArgumentException("digests must ascend: " + Arrays.toString(digests));
      }
    }
    return new TransactionClass(digests.clone(), truncated, idOf(digests, truncated));
  }

  /** A 64-bit hash of the content, the same on every machine; 0 only for {@link #LUMPED}. */
  public long id() {
    return id;
  }

  /** The digests, ascending; empty only for {@link #LUMPED}. */
  public ImmutableLongList digests() {
    return LongLists.immutable.of(digests);
  }

  /** The number of digests kept. */
  public int size() {
    return digests.length;
  }

  /** A digest, 0 to {@link #size()} − 1. */
  public long digest(int position) {
    return digests[position];
  }

  /** Whether more digests ran than are kept. */
  public boolean truncated() {
    return truncated;
  }

  /** Whether this stands for all classes beyond the bound. */
  public boolean lumped() {
    return id == 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TransactionClass that
        && id == that.id
        && truncated == that.truncated
        && Arrays.equals(digests, that.digests);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(id);
  }

  @Override
  public String toString() {
    return "transaction class " + Long.toHexString(id) + " of " + digests.length + " digests";
  }

  private static long idOf(long[] digests, boolean truncated) {
    long hash = truncated ? 1 : 0;
    for (long digest : digests) {
      hash = MeasureRows.mix(hash * 31 + digest);
    }
    return hash == 0 ? 1 : hash;
  }
}
