package dev.watershed.analyzer.consolidation.distance;

import dev.watershed.analyzer.consolidation.crossing.TransactionWrites;
import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.coupling.input.TransactionClasses;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the transactions that have to be taken apart. They write as {@code TransactionCut} counts
 * it: by name and by inference.
 */
final class PartedTransactions {

  private record Key(int party, String tables) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparingInt(Key::party).thenComparing(Key::tables);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /** What one class of transactions writes in the target. */
  private static final class Written {
    private final SortedSet<String> tables = new TreeSet<>();
    private final SortedSet<String> owners = new TreeSet<>();
    private final SortedSet<String> dataSets = new TreeSet<>();

    boolean parted() {
      return owners.size() > 1 || dataSets.size() > 1;
    }
  }

  private static final class Sums {
    private final Written written;
    private final SortedSet<Long> digests = new TreeSet<>(Long::compareUnsigned);
    private double perSecond;
    private boolean partial;

    Sums(Written written) {
      this.written = written;
    }
  }

  private final CouplingInput input;
  private final Placement target;
  private final BitSet hubs;
  private final TransactionWrites writes;

  private PartedTransactions(CouplingInput input, Placement target, BitSet hubs) {
    this.input = input;
    this.target = target;
    this.hubs = hubs;
    this.writes = new TransactionWrites(input, hubs);
  }

  /** The most frequent first, then by party and tables. */
  static List<PartedTransaction> of(CouplingInput input, Placement target, BitSet hubs) {
    return new PartedTransactions(input, target, hubs).all();
  }

  private List<PartedTransaction> all() {
    TransactionClasses classes = input.transactions();
    Map<Key, Sums> sums = new TreeMap<>();
    for (int row = 0; row < classes.size(); row++) {
      Written written = written(row);
      if (written.parted()) {
        Key key = new Key(classes.party(row), String.join(", ", written.tables));
        add(row, sums.computeIfAbsent(key, any -> new Sums(written)));
      }
    }
    List<PartedTransaction> parted = new ArrayList<>();
    sums.forEach((key, sum) -> parted.add(parted(key, sum)));
    parted.sort(Comparator.comparingDouble(PartedTransaction::perSecond).reversed());
    return parted;
  }

  private PartedTransaction parted(Key key, Sums sum) {
    return new PartedTransaction(
        input.parties().name(key.party()),
        List.copyOf(sum.written.tables),
        List.copyOf(sum.written.owners),
        List.copyOf(sum.written.dataSets),
        sum.perSecond,
        List.copyOf(sum.digests),
        sum.partial);
  }

  private void add(int row, Sums sum) {
    TransactionClasses classes = input.transactions();
    sum.perSecond += classes.transactions(row) / input.secondsOf(classes.dataSet(row));
    sum.partial |= classes.partial(row);
    for (int each = 0; each < classes.statements(row); each++) {
      sum.digests.add(input.statements().get(classes.statement(row, each)).digest());
    }
  }

  private Written written(int row) {
    TableUses uses = input.transactions().uses();
    Written written = new Written();
    written.dataSets.addAll(writes.dataSets(row, target));
    writes.owners(row, target).forEach(owner -> written.owners.add(input.parties().name(owner)));
    for (int use = uses.start(row); use < uses.end(row); use++) {
      if (uses.changes(use) && !hubs.get(uses.table(use))) {
        written.tables.add(input.tables().label(uses.table(use)));
      }
    }
    return written;
  }
}
