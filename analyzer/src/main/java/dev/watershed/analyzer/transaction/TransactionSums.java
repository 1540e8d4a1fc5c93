package dev.watershed.analyzer.transaction;

import dev.watershed.analyzer.service.Attribution;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.TransactionClass;
import dev.watershed.workload.TransactionMeasure;
import dev.watershed.workload.TransactionTable;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Sums the rows of one class of transactions. */
final class TransactionSums {

  private final TransactionClass transactionClass;
  private final long[] sums = new long[TransactionMeasure.values().length];
  private final TreeSet<String> services = new TreeSet<>();

  TransactionSums(TransactionClass transactionClass) {
    this.transactionClass = transactionClass;
  }

  void add(TransactionTable table, int row, Attribution attribution) {
    for (TransactionMeasure measure : TransactionMeasure.values()) {
      sums[measure.ordinal()] += table.value(row, measure);
    }
    attribution.service().ifPresent(services::add);
  }

  TransactionClassFacts facts() {
    return new TransactionClassFacts(
        Fingerprints.idOf(transactionClass.id()),
        IntStream.range(0, transactionClass.size())
            .mapToObj(position -> Fingerprints.idOf(transactionClass.digest(position)))
            .sorted()
            .toList(),
        transactionClass.truncated(),
        sum(TransactionMeasure.TRANSACTIONS),
        sum(TransactionMeasure.COMMITTED),
        sum(TransactionMeasure.ROLLED_BACK),
        sum(TransactionMeasure.STATEMENTS),
        sum(TransactionMeasure.STATEMENT_TIME_MICROS),
        sum(TransactionMeasure.OPEN_TIME_MICROS),
        List.copyOf(services));
  }

  private long sum(TransactionMeasure measure) {
    return sums[measure.ordinal()];
  }
}
