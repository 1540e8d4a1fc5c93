package dev.watershed.analyzer.transaction;

import java.util.List;

/**
 * Transactions in which the same digests ran.
 *
 * @param id 16 hexadecimal digits, the same on every machine; zeros for those lumped
 * @param digests the digests, 16 hexadecimal digits each, in ascending order
 * @param truncated whether more digests ran than are kept
 * @param transactions how many there were
 * @param committed those that committed
 * @param rolledBack those that rolled back; of the rest the end is unknown
 * @param statements statements that ran in them
 * @param statementTimeMicros the sum of their execution times
 * @param openTimeMicros the sum of the spans from the first statement's start to the last one's end
 * @param services who ran them, by name, without the unattributed part
 */
public record TransactionClassFacts(
    String id,
    List<String> digests,
    boolean truncated,
    long transactions,
    long committed,
    long rolledBack,
    long statements,
    long statementTimeMicros,
    long openTimeMicros,
    List<String> services) {

  public TransactionClassFacts {
    digests = List.copyOf(digests);
    services = List.copyOf(services);
  }
}
