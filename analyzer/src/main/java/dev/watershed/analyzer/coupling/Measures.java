package dev.watershed.analyzer.coupling;

import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.LockConflict;
import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/** Measures services and pairs of them. */
final class Measures {

  private static final double MICROS_PER_SECOND = 1e6;

  private final CouplingView view;
  private final CouplingInput input;
  private final int services;
  private final double[] total;
  private final double[][] least;
  private final double[][] writes;
  private final double[][] joins;
  private final double[][] transactions;
  private final double[][] waits;

  private Measures(CouplingView view) {
    this.view = view;
    this.input = view.input();
    this.services = input.parties().services();
    this.total = new double[services];
    this.least = new double[services][services];
    this.writes = new double[services][services];
    this.joins = new double[services][services];
    this.transactions = new double[services][services];
    this.waits = new double[services][services];
  }

  /** The pairs that anything couples, in the order of their indexes. */
  static List<PairMeasures> pairs(CouplingView view) {
    Measures measures = new Measures(view);
    measures.tables();
    measures.joins();
    measures.transactions();
    measures.waits();
    List<PairMeasures> pairs = new ArrayList<>();
    for (int one = 0; one < measures.services; one++) {
      for (int other = one + 1; other < measures.services; other++) {
        PairMeasures pair = measures.pair(one, other);
        if (pair.any()) {
          pairs.add(pair);
        }
      }
    }
    return pairs;
  }

  private PairMeasures pair(int one, int other) {
    double most = total[one] + total[other] - least[one][other];
    return new PairMeasures(
        one,
        other,
        most > 0 ? least[one][other] / most : 0,
        writes[one][other],
        joins[one][other],
        transactions[one][other],
        waits[one][other]);
  }

  /** Σ max = Σ a + Σ b − Σ min, so that tables of one service alone need no pair. */
  private void tables() {
    UseMatrix matrix = view.matrix();
    for (int table = 0; table < input.tables().size(); table++) {
      if (view.hubs().get(table)) {
        continue;
      }
      double seconds = view.seconds(table);
      for (int one = matrix.start(table); one < matrix.end(table); one++) {
        if (!view.isService(matrix.party(one))) {
          continue;
        }
        total[matrix.party(one)] += calls(matrix, one) / seconds;
        for (int other = one + 1; other < matrix.end(table); other++) {
          if (view.isService(matrix.party(other))) {
            least[matrix.party(one)][matrix.party(other)] +=
                Math.min(calls(matrix, one), calls(matrix, other)) / seconds;
            writes[matrix.party(one)][matrix.party(other)] +=
                Math.min(matrix.writes(one), matrix.writes(other)) / seconds;
          }
        }
      }
    }
  }

  private static double calls(UseMatrix matrix, int cell) {
    return matrix.reads(cell) + matrix.writes(cell);
  }

  private void joins() {
    double[] perSecond = new double[input.statements().size()];
    for (int row = 0; row < input.touches().size(); row++) {
      int statement = input.touches().statement(row);
      perSecond[statement] += input.touches().calls(row) / input.seconds(statement);
    }
    for (int statement = 0; statement < perSecond.length; statement++) {
      add(joins, owners(input.uses(), statement, false), perSecond[statement]);
    }
  }

  private void transactions() {
    for (int row = 0; row < input.transactions().size(); row++) {
      add(
          transactions,
          owners(input.transactions().uses(), row, true),
          input.transactions().transactions(row)
              / input.secondsOf(input.transactions().dataSet(row)));
    }
  }

  /**
   * The owners of the tables of a row.
   *
   * @param inferred whether tables count that may be written without being named
   */
  private BitSet owners(TableUses uses, int row, boolean inferred) {
    BitSet owners = new BitSet(services);
    for (int use = uses.start(row); use < uses.end(row); use++) {
      OptionalInt owner = view.ownerApartFromHubs(uses.table(use));
      if (owner.isPresent() && (uses.named(use) || inferred && uses.infersWrite(use))) {
        owners.set(owner.getAsInt());
      }
    }
    return owners;
  }

  private static void add(double[][] pairs, BitSet owners, double amount) {
    int[] all = owners.stream().toArray();
    for (int one = 0; one < all.length; one++) {
      for (int other = one + 1; other < all.length; other++) {
        pairs[all[one]][all[other]] += amount;
      }
    }
  }

  private void waits() {
    for (LockConflict wait : input.lockConflicts()) {
      int low = Math.min(wait.waiting(), wait.blocking());
      int high = Math.max(wait.waiting(), wait.blocking());
      if (low != high && high < services) {
        waits[low][high] += wait.waitedMicros() / MICROS_PER_SECOND;
      }
    }
  }

  /** All services, in the order of their indexes. */
  static List<ServiceMeasures> services(CouplingView view) {
    ServiceGraph graph = ServiceGraph.of(view);
    int services = graph.services();
    int[] owned = new int[services];
    for (int table = 0; table < view.input().tables().size(); table++) {
      view.ownership().owner(table).ifPresent(owner -> owned[owner]++);
    }
    int[] afferent = new int[services];
    for (int service = 0; service < services; service++) {
      graph.used(service).forEach(other -> afferent[other]++);
    }
    List<ServiceMeasures> measures = new ArrayList<>();
    for (int service = 0; service < services; service++) {
      measures.add(
          ServiceMeasures.of(
              service, owned[service], afferent[service], graph.used(service).size()));
    }
    return measures;
  }

  /** The transactions that cross owners. */
  static TransactionCut cut(CouplingView view) {
    int[] parts = new int[view.input().tables().size()];
    Arrays.setAll(parts, table -> view.ownerApartFromHubs(table).orElse(TransactionCut.NO_PART));
    return TransactionCut.of(view.input(), parts);
  }
}
