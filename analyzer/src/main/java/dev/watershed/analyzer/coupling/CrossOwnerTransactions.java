package dev.watershed.analyzer.coupling;

import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.coupling.input.TransactionClasses;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.saying.Saying.Joint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;

/**
 * Transactions of a party that write tables of several owners: whoever parts these tables loses
 * their atomicity. Counted exactly, each transaction once (a hypergraph over transaction classes:
 * sums over pairs of tables would count one of three tables three times). Reading another's table
 * beside is everyday, and only in the measures. Occasional where they write no table of another
 * owner more often than chance makes.
 */
final class CrossOwnerTransactions {

  private static final int ABSENT = -1;

  private record Key(int party, List<Integer> owners) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = Integer.compare(party, other.party);
      return order != 0 ? order : owners.toString().compareTo(other.owners.toString());
    }
  }

  private static final class Sums {
    private final List<Integer> rows = new ArrayList<>();
    private final Map<Integer, Double> tables = new TreeMap<>();
    private final Set<Saying> inferred = new TreeSet<>(Comparator.comparing(Saying::text));
    private double transactions;
    private double perSecond;
  }

  private CrossOwnerTransactions() {}

  static List<Finding> findings(CouplingView view) {
    CouplingInput input = view.input();
    TransactionClasses classes = input.transactions();
    TreeMap<Key, Sums> crossings = new TreeMap<>();
    for (int row = 0; row < classes.size(); row++) {
      TreeSet<Integer> owners = new TreeSet<>();
      Set<Integer> tables = new TreeSet<>();
      Set<Saying> inferred = new TreeSet<>(Comparator.comparing(Saying::text));
      written(view, row, owners, tables, inferred);
      if (owners.size() > 1) {
        Sums sums =
            crossings.computeIfAbsent(
                new Key(classes.party(row), List.copyOf(owners)), key -> new Sums());
        sums.rows.add(row);
        double transactions = classes.transactions(row);
        tables.forEach(table -> sums.tables.merge(table, transactions, Double::sum));
        sums.inferred.addAll(inferred);
        sums.transactions += transactions;
        sums.perSecond += transactions / input.secondsOf(classes.dataSet(row));
      }
    }
    LongIntHashMap touches = touches(input);
    List<Finding> findings = new ArrayList<>();
    crossings.forEach((key, sums) -> findings.add(finding(view, key, sums, touches)));
    return findings;
  }

  private static void written(
      CouplingView view, int row, Set<Integer> owners, Set<Integer> tables, Set<Saying> inferred) {
    TableUses uses = view.input().transactions().uses();
    for (int use = uses.start(row); use < uses.end(row); use++) {
      int table = uses.table(use);
      OptionalInt owner = view.ownerApartFromHubs(table);
      if (owner.isPresent() && uses.changes(use)) {
        owners.add(owner.getAsInt());
        tables.add(table);
        if (!uses.writes(use)) {
          uses.chain(use)
              .ifPresent(
                  chain ->
                      inferred.add(
                          Saying.of("inferred.by", "{0} by {1}", view.label(table), chain)));
        }
      }
    }
  }

  private static LongIntHashMap touches(CouplingInput input) {
    LongIntHashMap touches = new LongIntHashMap();
    for (int row = 0; row < input.touches().size(); row++) {
      touches.put(key(input.touches().party(row), input.touches().statement(row)), row);
    }
    return touches;
  }

  private static long key(int party, int statement) {
    return (long) party << Integer.SIZE | statement;
  }

  private static Finding finding(CouplingView view, Key key, Sums sums, LongIntHashMap touches) {
    TransactionClasses classes = view.input().transactions();
    List<String> owners = key.owners().stream().map(view::party).sorted().toList();
    List<String> subject = new ArrayList<>();
    subject.add(view.party(key.party()));
    subject.addAll(owners);
    FindingMaker finding = new FindingMaker(view, FindingKind.CROSS_OWNER_TRANSACTION, subject);
    if (view.isService(key.party())) {
      finding.party(key.party());
    }
    key.owners().forEach(finding::party);
    sums.tables.keySet().forEach(finding::owned);
    finding.occasional(!surely(view, key.party(), sums.tables));
    sums.inferred.forEach(finding::inferred);
    for (int row : sums.rows) {
      for (int position = 0; position < classes.statements(row); position++) {
        int statement = classes.statement(row, position);
        int touch = touches.getIfAbsent(key(key.party(), statement), ABSENT);
        if (touch != ABSENT
            && view.input().uses().end(statement) > view.input().uses().start(statement)) {
          finding.touch(touch);
        }
      }
    }
    return finding.make(
        sums.perSecond,
        Saying.of(
            "cross-transaction.writes",
            "{0} transactions of {1} write tables of {2} together: {3}",
            String.format(Locale.ROOT, "%,.0f", sums.transactions),
            view.party(key.party()),
            Saying.joined(Joint.AND, owners),
            sums.tables.keySet().stream().map(view::label).toList()));
  }

  /**
   * Whether a party's transactions that write another's table are more than chance makes.
   *
   * @param transactions of it that write each table
   */
  private static boolean surely(CouplingView view, int party, Map<Integer, Double> transactions) {
    return transactions.entrySet().stream()
        .filter(table -> view.foreign(party, table.getKey()))
        .anyMatch(table -> view.strays().surelyWrites(table.getKey(), party, table.getValue()));
  }
}
