package dev.watershed.workload;

import java.util.List;
import org.eclipse.collections.impl.set.mutable.primitive.LongHashSet;

/**
 * Figures per transaction class and origin while they are collected, bounded by class and by
 * combination: a row beyond loses its origin, never its class. The reasons are those of {@link
 * StatementLumping}.
 */
final class TransactionRows {

  private static final int ORIGIN_BITS = 20;
  private static final int LUMPED = 0;
  private static final int WIDTH = TransactionMeasure.values().length;

  private final NameRows<TransactionClass> classes =
      new NameRows<>(
          List.of(TransactionClass.LUMPED), LUMPED, group -> MeasureRows.mix(group.id()));
  private final Combinations combinations = new Combinations();
  private MeasureRows rows = new MeasureRows(WIDTH);

  /** The figures of one transaction, filled again and again: adding one allocates nothing. */
  private final long[] one = new long[WIDTH];

  int size() {
    return rows.size();
  }

  TransactionClass transactionClass(int row) {
    return classes.name(classIndex(rows.key(row)));
  }

  int originIndex(int row) {
    return originIndex(rows.key(row));
  }

  long value(int row, TransactionMeasure measure) {
    return rows.value(row, measure.ordinal());
  }

  /** The highest hash of a class that stays. */
  long threshold() {
    return classes.threshold();
  }

  void lowerThreshold(long threshold) {
    classes.lowerThreshold(threshold);
  }

  Combinations combinations() {
    return combinations;
  }

  /** Adds a transaction that ended; times in microseconds. */
  void add(
      TransactionClass group,
      int originIndex,
      TransactionOutcome outcome,
      long statements,
      long statementTimeMicros,
      long openTimeMicros) {
    one[TransactionMeasure.TRANSACTIONS.ordinal()] = 1;
    one[TransactionMeasure.COMMITTED.ordinal()] = outcome == TransactionOutcome.COMMITTED ? 1 : 0;
    one[TransactionMeasure.ROLLED_BACK.ordinal()] =
        outcome == TransactionOutcome.ROLLED_BACK ? 1 : 0;
    one[TransactionMeasure.STATEMENTS.ordinal()] = statements;
    one[TransactionMeasure.STATEMENT_TIME_MICROS.ordinal()] = statementTimeMicros;
    one[TransactionMeasure.OPEN_TIME_MICROS.ordinal()] = openTimeMicros;
    add(group, originIndex, one);
  }

  /** Adds figures, in the order of {@link TransactionMeasure}. */
  void add(TransactionClass group, int originIndex, long[] figures) {
    int row = rows.rowOf(key(classes.indexOf(group), originIndex));
    rows.addFigures(row, figures, 0, 1);
  }

  /** Whether there is twice as much as may stay, so that bounds should be applied. */
  boolean crowded(WorkloadBounds bounds) {
    return classes.over(2 * bounds.transactionClasses())
        || rows.size() > 2 * bounds.mostTransactionRows();
  }

  /** Whether no row can be beyond the bounds, unless origins are. */
  boolean settled(WorkloadBounds bounds) {
    return classes.settled(bounds.transactionClasses())
        && combinations.settled(rows.size(), bounds.transactions());
  }

  /** Takes over the rows of another table. */
  void merge(TransactionRows other, int[] originMap) {
    int[] classMap = classes.merge(other.classes);
    combinations.merge(other.combinations);
    for (int row = 0; row < other.rows.size(); row++) {
      long key = other.rows.key(row);
      rows.merge(key(classMap[classIndex(key)], originMap[originIndex(key)]), other.rows, row);
    }
  }

  /** Applies the bounds, that of origins as it was just applied. */
  void settle(Moved origins, WorkloadBounds bounds) {
    Moved groups = classes.bound(bounds.transactionClasses());
    LongHashSet ranks = new LongHashSet();
    for (int row = 0; row < rows.size(); row++) {
      long key = rows.key(row);
      if (hasBoth(key, groups, origins)) {
        ranks.add(rank(key, groups, origins));
      }
    }
    boolean beyond = combinations.bound(ranks, bounds.transactions());
    if (!beyond && !groups.any() && !origins.any()) {
      return;
    }
    MeasureRows all = rows;
    rows = new MeasureRows(WIDTH);
    for (int row = 0; row < all.size(); row++) {
      rows.merge(move(all.key(row), groups, origins), all, row);
    }
  }

  /** The new key of a row. A combination that loses its row is noted. */
  private long move(long key, Moved groups, Moved origins) {
    int group = classIndex(key);
    int origin = originIndex(key);
    boolean both = hasBoth(key, groups, origins);
    boolean withOrigin =
        groups.isLumped(group)
            ? !combinations.exceeded()
            : !both || combinations.stays(rank(key, groups, origins));
    if (both && (groups.isLumped(group) || origins.isLumped(origin))) {
      combinations.note(rank(key, groups, origins));
    }
    return key(groups.to(group), withOrigin ? origins.to(origin) : origins.lumped());
  }

  private static boolean hasBoth(long key, Moved groups, Moved origins) {
    return !groups.wasLumped(classIndex(key)) && !origins.wasLumped(originIndex(key));
  }

  private static long rank(long key, Moved groups, Moved origins) {
    return Combinations.rank(groups.hash(classIndex(key)), origins.hash(originIndex(key)));
  }

  private static int classIndex(long key) {
    return (int) (key >>> ORIGIN_BITS);
  }

  private static int originIndex(long key) {
    return (int) key & (1 << ORIGIN_BITS) - 1;
  }

  private static long key(int classIndex, int originIndex) {
    return (long) classIndex << ORIGIN_BITS | originIndex;
  }
}
