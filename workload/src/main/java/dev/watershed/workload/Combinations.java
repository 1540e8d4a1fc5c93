package dev.watershed.workload;

import java.util.Arrays;
import org.eclipse.collections.api.LongIterable;
import org.eclipse.collections.api.list.primitive.ImmutableLongList;
import org.eclipse.collections.impl.factory.primitive.LongLists;
import org.eclipse.collections.impl.set.mutable.primitive.LongHashSet;

/**
 * Which combinations of names stay under a bound: those with the lowest ranks, as {@link
 * LowestHashes} decides, among all that were ever seen. The ranks of combinations without a row of
 * their own (one of their names was lumped) are kept here; without them, what stays would depend on
 * when the name was lumped.
 */
final class Combinations {

  /** So many of a rank's highest bits are those of the first name's hash. */
  private static final int FIRST_BITS = 24;

  private long threshold = -1L;
  private final LongHashSet lumped = new LongHashSet();

  /**
   * A well mixed 64-bit hash of two names that sorts by the first: where not all combinations stay,
   * few of the first names have lost some of theirs; most keep all of them, or none.
   */
  static long rank(long first, long second) {
    long spread = MeasureRows.mix(first * 31 ^ MeasureRows.mix(second));
    return first & -1L << 64 - FIRST_BITS | spread >>> FIRST_BITS;
  }

  /** The same of three names. */
  static long rank(long first, long second, long third) {
    return rank(first, MeasureRows.mix(second) * 31 + third);
  }

  /** The highest rank that stays. */
  long threshold() {
    return threshold;
  }

  /** Whether a combination was left out of the rows, here or in what was merged. */
  boolean exceeded() {
    return threshold != -1L;
  }

  boolean stays(long rank) {
    return LowestHashes.stays(rank, threshold);
  }

  /** Takes note of a combination that has, or will have, no row of its own. */
  void note(long rank) {
    if (stays(rank)) {
      lumped.add(rank);
    }
  }

  /** Leaves out from now on what another table left out. */
  void lowerThreshold(long other) {
    if (other != threshold && LowestHashes.stays(other, threshold)) {
      threshold = other;
      lumped.removeIf(rank -> !stays(rank));
    }
  }

  void merge(Combinations other) {
    lowerThreshold(other.threshold);
    other.lumped.forEach(this::note);
  }

  /**
   * Applies a bound.
   *
   * @param rows the ranks of the combinations that have rows
   * @return whether rows may be beyond the threshold
   */
  boolean bound(LongHashSet rows, int bound) {
    LongHashSet all = new LongHashSet(rows.size() + lumped.size());
    all.addAll(rows);
    all.addAll(lumped);
    lowerThreshold(LowestHashes.threshold(all.toArray(), bound));
    return exceeded();
  }

  /** Whether no row can be beyond the threshold or the bound, for a number of rows. */
  boolean settled(int rows, int bound) {
    return !exceeded() && rows + lumped.size() <= bound;
  }

  /** The ranks of the combinations that have no row of their own, ascending. */
  ImmutableLongList toList() {
    long[] ranks = lumped.toArray();
    Arrays.sort(ranks);
    return LongLists.immutable.of(ranks);
  }

  /** Takes note of combinations of a stored window. */
  void noteAll(LongIterable ranks) {
    ranks.forEach(this::note);
  }
}
