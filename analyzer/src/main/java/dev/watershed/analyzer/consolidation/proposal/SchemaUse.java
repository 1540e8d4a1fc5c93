package dev.watershed.analyzer.consolidation.proposal;

import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.coupling.input.Touches;
import dev.watershed.analyzer.coupling.input.TransactionClasses;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** How often schemas are used, alone and together; tables that everybody reads do not count. */
final class SchemaUse {

  /** What uses two schemas. */
  static final class Together {

    private double statementsPerSecond;
    private double onlyThesePerSecond;
    private double transactionsPerSecond;
    private double calls;
    private final List<Integer> touches = new ArrayList<>();

    /** Statements that name tables of both. */
    double statementsPerSecond() {
      return statementsPerSecond;
    }

    /** Those that name tables of no third schema. */
    double onlyThesePerSecond() {
      return onlyThesePerSecond;
    }

    /** Transactions that use tables of both. */
    double transactionsPerSecond() {
      return transactionsPerSecond;
    }

    /** Statements and transactions that were seen. */
    double calls() {
      return calls;
    }

    /** The rows of the statements. */
    List<Integer> touches() {
      return List.copyOf(touches);
    }
  }

  private final CouplingInput input;
  private final BitSet hubs;
  private final SortedMap<SchemaPair, Together> pairs = new TreeMap<>();
  private final SortedMap<String, Double> alone = new TreeMap<>();

  SchemaUse(ProposalInput given) {
    input = given.facts().input();
    hubs = given.facts().hubs();
    statements();
    transactions();
  }

  SortedMap<SchemaPair, Together> pairs() {
    return new TreeMap<>(pairs);
  }

  /** Statements per second that name tables of a schema. */
  double perSecond(String dataSet, String schema) {
    return alone.getOrDefault(SchemaPlaces.touched(dataSet, schema), 0.0);
  }

  private void statements() {
    Touches touches = input.touches();
    for (int row = 0; row < touches.size(); row++) {
      int statement = touches.statement(row);
      String data = input.statements().get(statement).dataSet();
      double rate = touches.calls(row) / input.seconds(statement);
      List<String> schemas = schemas(input.uses(), statement, data);
      schemas.forEach(schema -> alone.merge(SchemaPlaces.touched(data, schema), rate, Double::sum));
      for (int one = 0; one < schemas.size(); one++) {
        for (int other = one + 1; other < schemas.size(); other++) {
          Together together = pair(data, schemas.get(one), schemas.get(other));
          together.statementsPerSecond += rate;
          together.onlyThesePerSecond += schemas.size() == 2 ? rate : 0;
          together.calls += touches.calls(row);
          together.touches.add(row);
        }
      }
    }
  }

  private void transactions() {
    TransactionClasses classes = input.transactions();
    for (int row = 0; row < classes.size(); row++) {
      String data = classes.dataSet(row);
      double rate = classes.transactions(row) / input.secondsOf(data);
      List<String> schemas = schemas(classes.uses(), row, data);
      for (int one = 0; one < schemas.size(); one++) {
        for (int other = one + 1; other < schemas.size(); other++) {
          Together together = pair(data, schemas.get(one), schemas.get(other));
          together.transactionsPerSecond += rate;
          together.calls += classes.transactions(row);
        }
      }
    }
  }

  private Together pair(String data, String one, String other) {
    return pairs.computeIfAbsent(SchemaPair.of(data, one, other), pair -> new Together());
  }

  private List<String> schemas(TableUses uses, int row, String data) {
    TreeSet<String> schemas = new TreeSet<>();
    for (int use = uses.start(row); use < uses.end(row); use++) {
      CoupledTable table = input.tables().get(uses.table(use));
      if (uses.named(use) && !hubs.get(uses.table(use)) && table.dataSet().equals(data)) {
        schemas.add(table.schema());
      }
    }
    return List.copyOf(schemas);
  }
}
