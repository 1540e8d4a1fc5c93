package dev.watershed.analyzer.coupling.input;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

/**
 * Who touches which tables. Indexes of parties, tables and statements are those of their lists.
 *
 * @param parties who sends statements, and services that are configured and sent none
 * @param tables those of the catalogs, with traffic or without, and those that statements name
 * @param statements what was sent, by set of data, digest and schema
 * @param uses the tables of each statement
 * @param setColumns what statements set in rows that are there
 * @param touches who sent which statement how often
 * @param callSites from where in its code who sent it
 * @param transactions which tables were used together
 * @param lockConflicts who waited for whom, the longest wait first
 * @param secondsByData how long each set of data was observed, at least a second
 * @param quality what could not be resolved
 */
public record CouplingInput(
    Parties parties,
    CoupledTables tables,
    List<CoupledStatement> statements,
    TableUses uses,
    SetColumns setColumns,
    Touches touches,
    CallSites callSites,
    TransactionClasses transactions,
    List<LockConflict> lockConflicts,
    SortedMap<String, Double> secondsByData,
    InputQuality quality) {

  public CouplingInput {
    Objects.requireNonNull(parties, "parties");
    Objects.requireNonNull(tables, "tables");
    statements = List.copyOf(statements);
    Objects.requireNonNull(uses, "uses");
    Objects.requireNonNull(setColumns, "setColumns");
    Objects.requireNonNull(touches, "touches");
    Objects.requireNonNull(callSites, "callSites");
    Objects.requireNonNull(transactions, "transactions");
    lockConflicts = List.copyOf(lockConflicts);
    Objects.requireNonNull(secondsByData, "secondsByData");
    Objects.requireNonNull(quality, "quality");
  }

  /** How long the set of data of a statement was observed, in seconds. */
  public double seconds(int statement) {
    return secondsOf(statements.get(statement).dataSet());
  }

  /** How long a set of data was observed, in seconds. */
  public double secondsOf(String dataSet) {
    return secondsByData.get(dataSet);
  }

  /** The longest time for which a set of data was observed, in seconds. */
  public double longestSeconds() {
    return secondsByData.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
  }
}
