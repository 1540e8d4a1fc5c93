package dev.watershed.analyzer.structure;

import dev.watershed.analyzer.coupling.TransactionCut;
import dev.watershed.analyzer.coupling.input.CoupledStatement;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.coupling.input.TransactionClasses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Measures what crosses between clusters. */
final class Seams {

  private static final int MOST = 100;
  private static final int MOST_STATEMENTS = 10;

  /** Two clusters. */
  private record Pair(int first, int second) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      int order = Integer.compare(first, other.first);
      return order != 0 ? order : Integer.compare(second, other.second);
    }
  }

  /** What crosses a pair. */
  private static final class Crossing {
    private final TreeSet<Integer> statements = new TreeSet<>();
    private final TreeSet<Integer> ofTransactions = new TreeSet<>();
    private double statementsPerSecond;
    private double joinsPerSecond;
    private double transactionsPerSecond;
    private double cut;

    double perSecond() {
      return statementsPerSecond + transactionsPerSecond;
    }
  }

  /**
   * The seams.
   *
   * @param seams the most crossings first
   * @param further how many are left out
   */
  record Found(List<Seam> seams, int further) {

    Found {
      seams = List.copyOf(seams);
    }
  }

  private final CouplingInput input;
  private final CoAccess together;
  private final int[] parts;
  private final TreeMap<Pair, Crossing> crossings = new TreeMap<>();

  private Seams(CouplingInput input, CoAccess together, int[] parts) {
    this.input = input;
    this.together = together;
    this.parts = parts;
  }

  /**
   * Measures them.
   *
   * @param together use without hubs
   * @param parts the cluster of each table, or {@link TransactionCut#NO_PART}
   */
  static Found of(CouplingInput input, CoAccess together, int[] parts) {
    Seams seams = new Seams(input, together, parts);
    seams.statements();
    seams.transactions();
    return seams.found(seams.volumes());
  }

  private void statements() {
    for (int statement = 0; statement < input.statements().size(); statement++) {
      double perSecond = together.callsPerSecond(statement);
      if (perSecond > 0) {
        for (Pair pair : pairs(input.uses(), statement, false)) {
          crossing(pair).statements.add(statement);
          crossing(pair).statementsPerSecond += perSecond;
        }
        for (Pair pair : pairs(input.uses(), statement, true)) {
          crossing(pair).joinsPerSecond += perSecond;
        }
      }
    }
  }

  /** Each transaction once per pair: for one pair that is {@link TransactionCut}. */
  private void transactions() {
    TransactionClasses classes = input.transactions();
    for (int row = 0; row < classes.size(); row++) {
      double perSecond = together.transactionsPerSecond(row);
      if (perSecond > 0) {
        for (Pair pair : pairs(classes.uses(), row, false)) {
          Crossing crossing = crossing(pair);
          crossing.transactionsPerSecond += perSecond;
          for (int i = 0; i < classes.statements(row); i++) {
            int statement = classes.statement(row, i);
            if (touches(statement, pair)) {
              crossing.ofTransactions.add(statement);
            }
          }
        }
      }
    }
  }

  private boolean touches(int statement, Pair pair) {
    TableUses uses = input.uses();
    for (int use = uses.start(statement); use < uses.end(statement); use++) {
      int part = parts[uses.table(use)];
      if (part == pair.first || part == pair.second) {
        return true;
      }
    }
    return false;
  }

  private List<Pair> pairs(TableUses uses, int row, boolean named) {
    TreeSet<Integer> used = new TreeSet<>();
    for (int use = uses.start(row); use < uses.end(row); use++) {
      if (!named || uses.named(use)) {
        used.add(parts[uses.table(use)]);
      }
    }
    used.remove(TransactionCut.NO_PART);
    List<Pair> pairs = new ArrayList<>();
    for (int one : used) {
      used.tailSet(one, false).forEach(other -> pairs.add(new Pair(one, other)));
    }
    return pairs;
  }

  private Crossing crossing(Pair pair) {
    return crossings.computeIfAbsent(pair, key -> new Crossing());
  }

  /** The weight at each cluster's tables; also sums up the cuts. */
  private double[] volumes() {
    double[] volumes = new double[Arrays.stream(parts).max().orElse(-1) + 1];
    WeightedGraph graph = together.perSecond();
    for (int edge = 0; edge < graph.edges(); edge++) {
      int first = parts[graph.first(edge)];
      int second = parts[graph.second(edge)];
      if (first != TransactionCut.NO_PART) {
        volumes[first] += graph.weight(edge);
      }
      if (second != TransactionCut.NO_PART) {
        volumes[second] += graph.weight(edge);
      }
      if (first != second && first >= 0 && second >= 0) {
        crossing(new Pair(Math.min(first, second), Math.max(first, second))).cut +=
            graph.weight(edge);
      }
    }
    return volumes;
  }

  private Found found(double[] volumes) {
    List<Seam> seams = new ArrayList<>();
    crossings.entrySet().stream()
        .sorted(
            Comparator.comparingDouble(
                    (Map.Entry<Pair, Crossing> each) -> -each.getValue().perSecond())
                .thenComparing(Map.Entry::getKey))
        .limit(MOST)
        .forEach(each -> seams.add(seam(each.getKey(), each.getValue(), volumes)));
    return new Found(seams, crossings.size() - seams.size());
  }

  private Seam seam(Pair pair, Crossing crossing, double[] volumes) {
    boolean joined = !crossing.statements.isEmpty();
    Collection<Integer> statements = joined ? crossing.statements : crossing.ofTransactions;
    double least = Math.min(volumes[pair.first], volumes[pair.second]);
    return new Seam(
        pair.first,
        pair.second,
        crossing.statementsPerSecond,
        crossing.joinsPerSecond,
        crossing.transactionsPerSecond,
        least > 0 ? crossing.cut / least : 0,
        statements.stream()
            .map(statement -> statement(statement, joined))
            .sorted(
                Comparator.comparingDouble((Seam.SeamStatement each) -> -each.callsPerSecond())
                    .thenComparing(Seam.SeamStatement::digest, Long::compareUnsigned)
                    .thenComparing(Seam.SeamStatement::dataSet))
            .limit(MOST_STATEMENTS)
            .toList(),
        Math.max(0, statements.size() - MOST_STATEMENTS));
  }

  private Seam.SeamStatement statement(int statement, boolean joined) {
    CoupledStatement known = input.statements().get(statement);
    return new Seam.SeamStatement(
        known.digest(),
        known.fingerprint(),
        known.dataSet(),
        together.callsPerSecond(statement),
        joined);
  }
}
