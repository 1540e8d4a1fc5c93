package dev.watershed.workload;

/** How a transaction ended. */
public enum TransactionOutcome {
  COMMITTED,
  ROLLED_BACK,
  /** The source does not tell. */
  UNKNOWN
}
