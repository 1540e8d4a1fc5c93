package dev.watershed.workload;

/** The figures kept for transactions: sums of whole numbers. Times are microseconds. */
public enum TransactionMeasure {
  /** Transactions, however they ended. */
  TRANSACTIONS,
  /** Transactions that committed, explicitly or implicitly. */
  COMMITTED,
  /** Transactions that rolled back, also because their connection ended. */
  ROLLED_BACK,
  /** Statements that ran in them. */
  STATEMENTS,
  /** The execution times of these statements. */
  STATEMENT_TIME_MICROS,
  /** From the start of the first statement to the end of the last one: how long locks are held. */
  OPEN_TIME_MICROS
}
