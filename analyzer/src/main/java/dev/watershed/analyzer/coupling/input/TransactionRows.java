package dev.watershed.analyzer.coupling.input;

import dev.watershed.workload.TransactionClass;
import dev.watershed.workload.TransactionMeasure;
import dev.watershed.workload.TransactionTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Sums transactions by party, set of data and set of digests. A transaction keeps digests only, and
 * the same text means other tables in another schema: where its party ran one in several, the
 * schema that all digests of the transaction have in common decides; if that leaves several with
 * different tables, the digest is left out and the row marked as partial.
 */
final class TransactionRows {

  private record Key(int party, String dataSet, long classId) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparingInt(Key::party)
            .thenComparing(Key::dataSet)
            .thenComparing(Key::classId, Long::compareUnsigned);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private static final class Sums {
    private final TreeSet<Integer> statements = new TreeSet<>();
    private long transactions;
    private long openTimeMicros;
    private boolean partial;
  }

  private final StatementIndex index;
  private final Map<Key, Sums> sums = new TreeMap<>();
  private long lumped;

  TransactionRows(StatementIndex index) {
    this.index = index;
  }

  /** Adds those of a server. */
  void add(CoupledServer server, String dataSet, int[] statementOfRow, int[] partyOfOrigin) {
    TransactionTable rows = server.workload().transactions();
    DigestMeanings meanings =
        DigestMeanings.of(server.workload(), index, statementOfRow, partyOfOrigin);
    for (int row = 0; row < rows.size(); row++) {
      TransactionClass digests = rows.transactionClass(row);
      long transactions = rows.value(row, TransactionMeasure.TRANSACTIONS);
      if (digests.lumped()) {
        lumped += transactions;
        continue;
      }
      int party = partyOfOrigin[rows.originIndex(row)];
      Sums sum = sums.computeIfAbsent(new Key(party, dataSet, digests.id()), unused -> new Sums());
      DigestMeanings.Meaning meaning = meanings.of(party, digests);
      sum.statements.addAll(meaning.statements());
      sum.partial |= digests.truncated() || !meaning.whole();
      sum.transactions += transactions;
      sum.openTimeMicros += rows.value(row, TransactionMeasure.OPEN_TIME_MICROS);
    }
  }

  /** Transactions beyond the bound of classes. */
  long lumped() {
    return lumped;
  }

  /** Transactions of which more was done than is known. */
  long partial() {
    return sums.values().stream()
        .filter(sum -> sum.partial)
        .mapToLong(sum -> sum.transactions)
        .sum();
  }

  TransactionClasses build(CoupledTables tables) {
    List<TransactionClasses.Row> rows = new ArrayList<>();
    TableUsesBuilder uses = new TableUsesBuilder();
    sums.forEach(
        (key, sum) -> {
          int[] statements = sum.statements.stream().mapToInt(Integer::intValue).toArray();
          rows.add(
              new TransactionClasses.Row(
                  key.party(),
                  key.dataSet(),
                  key.classId(),
                  statements,
                  sum.transactions,
                  sum.openTimeMicros,
                  sum.partial));
          for (int statement : statements) {
            UseRows.add(index.get(statement), tables, uses);
          }
          uses.next();
        });
    return new TransactionClasses(rows, uses.build());
  }
}
