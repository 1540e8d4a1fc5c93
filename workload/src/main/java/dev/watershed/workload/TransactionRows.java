package dev.watershed.workload;

import java.util.List;

/** Figures per transaction class and origin while they are collected, bounded by class. */
final class TransactionRows {

  private static final int ORIGIN_BITS = 20;
  private static final int LUMPED = 0;
  private static final int WIDTH = TransactionMeasure.values().length;

  private NameRows<TransactionClass> classes =
      new NameRows<>(
          List.of(TransactionClass.LUMPED), LUMPED, group -> MeasureRows.mix(group.id()));
  private MeasureRows rows = new MeasureRows(WIDTH);

  /** The figures of one transaction, filled again and again: adding one allocates nothing. */
  private final long[] one = new long[WIDTH];

  int size() {
    return rows.size();
  }

  TransactionClass transactionClass(int row) {
    return classes.name((int) (rows.key(row) >>> ORIGIN_BITS));
  }

  int originIndex(int row) {
    return (int) rows.key(row) & (1 << ORIGIN_BITS) - 1;
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

  boolean over(int bound) {
    return classes.over(bound);
  }

  /** Takes over the rows of another table. */
  void merge(TransactionRows other, int[] originMap) {
    int[] classMap = classes.merge(other.classes);
    mergeRows(other.rows, classMap, originMap);
  }

  /** Moves rows to other origins and applies the bound. */
  void remap(int bound, int[] originMap) {
    int[] classMap = new int[classes.size()];
    classes = classes.bounded(bound, classMap);
    MeasureRows all = rows;
    rows = new MeasureRows(WIDTH);
    mergeRows(all, classMap, originMap);
  }

  private void mergeRows(MeasureRows other, int[] classMap, int[] originMap) {
    for (int row = 0; row < other.size(); row++) {
      long key = other.key(row);
      int origin = originMap[(int) key & (1 << ORIGIN_BITS) - 1];
      rows.merge(key(classMap[(int) (key >>> ORIGIN_BITS)], origin), other, row);
    }
  }

  private static long key(int classIndex, int originIndex) {
    return (long) classIndex << ORIGIN_BITS | originIndex;
  }
}
