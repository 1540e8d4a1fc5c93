package dev.watershed.analyzer.coupling;

import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells uses of a table from statements that went astray: sent with another's account, from a test
 * or by hand. Were a tenth of the n(s) uses that party s makes of tables of a set of data strewn as
 * all others' are, then s would use table t
 *
 * <pre>λ = 0.1 · n(s) · (a(t) − a(s,t) + 1) / (Σ a − n(s) + T)</pre>
 *
 * times, a being calls by name and T the number of tables used; reads and writes of t alike. That
 * chance makes c uses and more of that has at most the probability exp(c − λ − c ln(c / λ))
 * (Chernoff's bound for Poisson's distribution).
 */
final class StrayCalls {

  /** What part of a party's statements may go astray. */
  private static final double ASTRAY = 0.1;

  /** Below this a use is no chance, though thousands are looked at: a fleet has so many cells. */
  private static final double SURE = 1e-5;

  /** Below this one is a reader: many of them together make a hub. */
  private static final double LIKELY = 0.01;

  private record Sender(String dataSet, int party) {}

  /** The uses of the tables of a set of data. */
  private static final class Total {
    private double calls;
    private int tables;
  }

  private final CouplingInput input;
  private final UseMatrix matrix;
  private final double[] reads;
  private final double[] writes;
  private final Map<String, Total> totals = new HashMap<>();
  private final Map<Sender, Double> senders = new HashMap<>();

  private StrayCalls(CouplingInput input, UseMatrix matrix) {
    this.input = input;
    this.matrix = matrix;
    this.reads = new double[input.tables().size()];
    this.writes = new double[input.tables().size()];
  }

  static StrayCalls of(CouplingInput input, UseMatrix matrix) {
    StrayCalls strays = new StrayCalls(input, matrix);
    for (int table = 0; table < input.tables().size(); table++) {
      String dataSet = strays.dataSet(table);
      Total total = strays.totals.computeIfAbsent(dataSet, name -> new Total());
      total.tables += matrix.end(table) > matrix.start(table) ? 1 : 0;
      for (int cell = matrix.start(table); cell < matrix.end(table); cell++) {
        double calls = matrix.reads(cell) + matrix.writes(cell);
        total.calls += calls;
        strays.reads[table] += matrix.reads(cell);
        strays.writes[table] += strays.written(cell);
        strays.senders.merge(new Sender(dataSet, matrix.party(cell)), calls, Double::sum);
      }
    }
    return strays;
  }

  private String dataSet(int table) {
    return input.tables().get(table).dataSet();
  }

  /** Whether the reads of a cell are more than chance makes. */
  boolean surelyReads(int table, int cell) {
    return chance(table, cell, matrix.reads(cell), reads[table]) < SURE;
  }

  /** Whether its reads count where many readers are looked at together. */
  boolean likelyReads(int table, int cell) {
    return chance(table, cell, matrix.reads(cell), reads[table]) < LIKELY;
  }

  /** Whether its writes, those by routines and views among them, are more than chance makes. */
  boolean surelyWrites(int table, int cell) {
    return chance(table, cell, written(cell), writes[table]) < SURE;
  }

  /** Whether its reads and writes together are more than chance makes. */
  boolean surelyUses(int table, int cell) {
    return surelyReads(table, cell) || surelyWrites(table, cell);
  }

  private double written(int cell) {
    return matrix.writes(cell) + matrix.calledWrites(cell);
  }

  private double chance(int table, int cell, double calls, double all) {
    Total total = totals.get(dataSet(table));
    double own = senders.get(new Sender(dataSet(table), matrix.party(cell)));
    double expected = ASTRAY * own * (all - calls + 1) / (total.calls - own + total.tables);
    return bound(expected, calls);
  }

  /** The most that the probability of so many and more is, where so many are expected. */
  static double bound(double expected, double calls) {
    return calls <= expected ? 1 : Math.exp(calls - expected - calls * Math.log(calls / expected));
  }
}
