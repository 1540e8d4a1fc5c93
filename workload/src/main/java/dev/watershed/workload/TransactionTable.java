package dev.watershed.workload;

/**
 * Which digests ran together, how often and by which origin: a row per transaction class and
 * origin, in no order. Empty where the source cannot tell (a threshold, sampling, no connection
 * ids).
 */
public final class TransactionTable {

  private final TransactionRows rows;

  TransactionTable(TransactionRows rows) {
    this.rows = rows;
  }

  /** The number of rows. */
  public int size() {
    return rows.size();
  }

  /** The digests that ran. */
  public TransactionClass transactionClass(int row) {
    return rows.transactionClass(row);
  }

  /** The position in {@link Workload#origins()}. */
  public int originIndex(int row) {
    return rows.originIndex(row);
  }

  /** A figure. */
  public long value(int row, TransactionMeasure measure) {
    return rows.value(row, measure);
  }
}
