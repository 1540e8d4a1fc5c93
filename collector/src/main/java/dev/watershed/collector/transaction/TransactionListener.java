package dev.watershed.collector.transaction;

import dev.watershed.workload.Origin;
import dev.watershed.workload.TransactionClass;
import dev.watershed.workload.TransactionOutcome;

/** Is told which transactions ended. */
public interface TransactionListener {

  /**
   * A transaction ended.
   *
   * @param transactionClass the digests that ran in it
   * @param origin of its first statement
   * @param statements how many ran in it
   * @param statementTimeMicros the sum of their execution times
   * @param openTimeMicros from the start of the first one to the end of the last one
   */
  void ended(
      TransactionClass transactionClass,
      Origin origin,
      TransactionOutcome outcome,
      long statements,
      long statementTimeMicros,
      long openTimeMicros);

  /** A transaction ended whose start was not seen. */
  void endedWithoutStart();
}
