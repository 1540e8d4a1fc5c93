package dev.watershed.analyzer.structure;

import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.coupling.input.Touches;
import dev.watershed.analyzer.coupling.input.TransactionClasses;
import java.util.BitSet;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;

/**
 * Which tables are used together. A statement or transaction class on k tables counts w / (k − 1)
 * for each pair, so that each of its tables gains w. Tables that only a trigger or cascade touches
 * count as those that are named do.
 */
final class CoAccess {

  private final CouplingInput input;
  private final BitSet apart;
  private final double[] calls;
  private final double[] transactions;

  /**
   * @param apart tables that do not count
   * @param party whose statements count; empty for all
   */
  CoAccess(CouplingInput input, BitSet apart, OptionalInt party) {
    this.input = input;
    this.apart = apart;
    this.calls = new double[input.statements().size()];
    Touches touches = input.touches();
    for (int row = 0; row < touches.size(); row++) {
      if (party.isEmpty() || party.getAsInt() == touches.party(row)) {
        calls[touches.statement(row)] += touches.calls(row);
      }
    }
    TransactionClasses classes = input.transactions();
    this.transactions = new double[classes.size()];
    for (int row = 0; row < classes.size(); row++) {
      if (party.isEmpty() || party.getAsInt() == classes.party(row)) {
        transactions[row] = classes.transactions(row);
      }
    }
  }

  /** The tables that statements use, those set apart with them. */
  BitSet inUse() {
    BitSet used = new BitSet(input.tables().size());
    TableUses uses = input.uses();
    for (int statement = 0; statement < calls.length; statement++) {
      for (int use = uses.start(statement); use < uses.end(statement); use++) {
        if (calls[statement] > 0) {
          used.set(uses.table(use));
        }
      }
    }
    return used;
  }

  /** The calls of a statement that count, per second. */
  double callsPerSecond(int statement) {
    return calls[statement] / input.seconds(statement);
  }

  /** The transactions of a row of classes that count, per second. */
  double transactionsPerSecond(int row) {
    return transactions[row] / input.secondsOf(input.transactions().dataSet(row));
  }

  /** Weights by calls and transactions per second. */
  WeightedGraph perSecond() {
    WeightedGraph.Builder graph = new WeightedGraph.Builder(input.tables().size());
    for (int statement = 0; statement < calls.length; statement++) {
      add(graph, input.uses(), statement, callsPerSecond(statement));
    }
    TransactionClasses classes = input.transactions();
    for (int row = 0; row < classes.size(); row++) {
      add(graph, classes.uses(), row, transactionsPerSecond(row));
    }
    return graph.build();
  }

  /** Weights such that the mean statement, and the mean transaction class, counts 1. */
  WeightedGraph damped(StructureMethod.Damping damping) {
    DoubleUnaryOperator weight =
        switch (damping) {
          case CALLS -> times -> times;
          case LOGARITHM -> StrictMath::log1p;
          case PRESENCE -> times -> times > 0 ? 1 : 0;
        };
    WeightedGraph.Builder graph = new WeightedGraph.Builder(input.tables().size());
    addAll(graph, input.uses(), calls, weight);
    addAll(graph, input.transactions().uses(), transactions, weight);
    return graph.build();
  }

  private void addAll(
      WeightedGraph.Builder graph, TableUses uses, double[] times, DoubleUnaryOperator weight) {
    double sum = 0;
    int rows = 0;
    for (double each : times) {
      sum += weight.applyAsDouble(each);
      rows += each > 0 ? 1 : 0;
    }
    for (int row = 0; row < times.length && sum > 0; row++) {
      add(graph, uses, row, weight.applyAsDouble(times[row]) * rows / sum);
    }
  }

  private void add(WeightedGraph.Builder graph, TableUses uses, int row, double weight) {
    int counting = 0;
    for (int use = uses.start(row); use < uses.end(row); use++) {
      counting += apart.get(uses.table(use)) ? 0 : 1;
    }
    if (counting < 2 || weight <= 0) {
      return;
    }
    for (int one = uses.start(row); one < uses.end(row); one++) {
      for (int other = one + 1; other < uses.end(row); other++) {
        if (!apart.get(uses.table(one)) && !apart.get(uses.table(other))) {
          graph.add(uses.table(one), uses.table(other), weight / (counting - 1));
        }
      }
    }
  }
}
