package dev.watershed.analyzer.coupling.input;

import dev.watershed.analyzer.coupling.input.InputQuality.UnclaimedAccount;
import dev.watershed.workload.Measure;
import dev.watershed.workload.StatementTable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The accounts that no service claims. */
final class UnclaimedAccounts {

  private record Key(String user, String dataSet) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::user).thenComparing(Key::dataSet);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private static final class Sums {
    private double calls;
    private double micros;
    private final Map<Integer, Double> microsOfStatement = new TreeMap<>();
  }

  private final Map<Key, Sums> accounts = new TreeMap<>();

  /** Adds those of a server whose origins are exact. */
  void add(
      CoupledServer server,
      String dataSet,
      int[] statementOfRow,
      int[] partyOfOrigin,
      int unattributed) {
    StatementTable rows = server.workload().statements();
    for (int row = 0; row < rows.size(); row++) {
      int origin = rows.originIndex(row);
      if (partyOfOrigin[origin] != unattributed || rows.value(row, Measure.CALLS) <= 0) {
        continue;
      }
      String user = server.workload().origins().get(origin).user();
      Sums sum = accounts.computeIfAbsent(new Key(user, dataSet), unused -> new Sums());
      double micros = rows.value(row, Measure.TIME_MICROS);
      sum.calls += rows.value(row, Measure.CALLS);
      sum.micros += micros;
      if (statementOfRow[row] >= 0) {
        sum.microsOfStatement.merge(statementOfRow[row], micros, Double::sum);
      }
    }
  }

  /** The most time first. */
  List<UnclaimedAccount> build() {
    return accounts.entrySet().stream()
        .map(entry -> account(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingDouble(UnclaimedAccount::timeMicros)
                .reversed()
                .thenComparing(UnclaimedAccount::user)
                .thenComparing(UnclaimedAccount::dataSet))
        .toList();
  }

  private static UnclaimedAccount account(Key key, Sums sums) {
    return new UnclaimedAccount(
        key.user(),
        key.dataSet(),
        sums.calls,
        sums.micros,
        sums.microsOfStatement.entrySet().stream()
            .sorted(
                Map.Entry.<Integer, Double>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList());
  }
}
