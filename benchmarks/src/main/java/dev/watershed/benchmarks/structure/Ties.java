package dev.watershed.benchmarks.structure;

import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.coupling.input.Touches;
import dev.watershed.analyzer.coupling.input.TransactionClasses;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What ties tables, for an algorithm that knows weights alone. Vertices are the tables by their
 * indexes; further ones may follow.
 *
 * @param weights by both ends, the lesser one first
 */
record Ties(int vertices, SortedMap<Long, Double> weights) {

  /**
   * The calls of statements and the numbers of transactions that use two tables, as they are.
   *
   * @param input of one set of data
   */
  static Ties together(CouplingInput input) {
    Ties ties = new Ties(input.tables().size(), new TreeMap<>());
    ties.addUse(input.uses(), calls(input), each -> 1);
    ties.addUse(input.transactions().uses(), transactions(input), each -> 1);
    return ties;
  }

  /**
   * All that the method of the command line reads where no services are known, with its weights:
   * use together such that the mean statement, and the mean class, counts 1, by a linear scale;
   * foreign keys; and the first one and two words of names. What it makes of that (logarithms,
   * overlap, tables set apart as hubs, its resolution) is left out.
   *
   * @param names what the beginnings of a table's name count for
   * @param foreignKeys what a foreign key counts for
   */
  static Ties all(
      CouplingInput input, String dataSet, Catalog catalog, double names, double foreignKeys) {
    SortedMap<String, List<Integer>> stems = NameStems.of(input.tables().all());
    Ties ties = new Ties(input.tables().size() + stems.size(), new TreeMap<>());
    ties.addUse(input.uses(), scaled(calls(input)), tables -> tables - 1);
    ties.addUse(input.transactions().uses(), scaled(transactions(input)), tables -> tables - 1);
    for (SchemaDefinition schema : catalog.schemas()) {
      for (TableDefinition table : schema.tables()) {
        for (ForeignKey key : table.foreignKeys()) {
          OptionalInt child = input.tables().find(dataSet, schema.name(), table.name());
          OptionalInt parent =
              input
                  .tables()
                  .find(
                      dataSet, key.referencedSchema().orElse(schema.name()), key.referencedTable());
          if (child.isPresent() && parent.isPresent()) {
            ties.add(child.getAsInt(), parent.getAsInt(), foreignKeys);
          }
        }
      }
    }
    int stem = input.tables().size();
    for (List<Integer> tables : stems.values()) {
      double telling =
          Math.log((double) input.tables().size() / tables.size())
              / Math.log(input.tables().size());
      for (int table : tables) {
        ties.add(table, stem, names * telling);
      }
      stem++;
    }
    return ties;
  }

  /** The lesser end of a tie. */
  static int first(long ends) {
    return (int) (ends >> Integer.SIZE);
  }

  /** The greater end of a tie. */
  static int second(long ends) {
    return (int) ends;
  }

  private void add(int one, int other, double weight) {
    if (one != other && weight > 0) {
      weights.merge(
          (long) Math.min(one, other) << Integer.SIZE | Math.max(one, other), weight, Double::sum);
    }
  }

  /** By how much the weight of a row is divided, for each pair of its tables. */
  @FunctionalInterface
  private interface Divisor {
    int of(int tables);
  }

  private void addUse(TableUses uses, double[] times, Divisor divisor) {
    for (int row = 0; row < times.length; row++) {
      int tables = uses.end(row) - uses.start(row);
      for (int one = uses.start(row); one < uses.end(row); one++) {
        for (int other = one + 1; other < uses.end(row); other++) {
          add(uses.table(one), uses.table(other), times[row] / divisor.of(tables));
        }
      }
    }
  }

  /** By statement. */
  private static double[] calls(CouplingInput input) {
    double[] calls = new double[input.statements().size()];
    Touches touches = input.touches();
    for (int row = 0; row < touches.size(); row++) {
      calls[touches.statement(row)] += touches.calls(row);
    }
    return calls;
  }

  /** By class. */
  private static double[] transactions(CouplingInput input) {
    TransactionClasses classes = input.transactions();
    double[] transactions = new double[classes.size()];
    for (int row = 0; row < classes.size(); row++) {
      transactions[row] = classes.transactions(row);
    }
    return transactions;
  }

  private static double[] scaled(double[] times) {
    double mean = Arrays.stream(times).filter(each -> each > 0).average().orElse(1);
    return Arrays.stream(times).map(each -> each / mean).toArray();
  }
}
