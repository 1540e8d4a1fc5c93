package dev.watershed.analyzer.transaction;

import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Origin;
import dev.watershed.workload.TransactionClass;
import dev.watershed.workload.TransactionMeasure;
import dev.watershed.workload.TransactionTable;
import dev.watershed.workload.Workload;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The transactions of a workload.
 *
 * @param known whether any transaction could be told
 * @param untoldStatements statements of which the log cannot tell in which transaction they ran
 * @param transactions how many were seen, in all classes
 * @param lumpedAccountTransactions how many of these lost their account to the bounds
 * @param classCount the number of classes
 * @param classes the first ones of the order: the longest open in all, then by id
 */
public record TransactionFacts(
    boolean known,
    long untoldStatements,
    long transactions,
    long lumpedAccountTransactions,
    int classCount,
    List<TransactionClassFacts> classes) {

  private static final Comparator<TransactionClassFacts> ORDER =
      Comparator.comparingLong(TransactionClassFacts::openTimeMicros)
          .reversed()
          .thenComparing(TransactionClassFacts::id);

  public TransactionFacts {
    classes = List.copyOf(classes);
  }

  /**
   * Finds them.
   *
   * @param limit the most classes; 0 for all
   */
  public static TransactionFacts of(Workload workload, ServiceMapping mapping, int limit) {
    TransactionTable table = workload.transactions();
    Map<TransactionClass, TransactionSums> classes = new HashMap<>();
    long transactions = 0;
    long lumped = 0;
    for (int row = 0; row < table.size(); row++) {
      Origin origin = workload.origins().get(table.originIndex(row));
      long count = table.value(row, TransactionMeasure.TRANSACTIONS);
      transactions += count;
      lumped += origin.equals(Origin.LUMPED) ? count : 0;
      classes
          .computeIfAbsent(table.transactionClass(row), TransactionSums::new)
          .add(table, row, mapping.attribute(origin));
    }
    Stream<TransactionClassFacts> ranked =
        classes.values().stream().map(TransactionSums::facts).sorted(ORDER);
    return new TransactionFacts(
        table.size() > 0,
        workload.quality().count(IssueReason.NO_TRANSACTIONS),
        transactions,
        lumped,
        classes.size(),
        (limit == 0 ? ranked : ranked.limit(limit)).toList());
  }
}
