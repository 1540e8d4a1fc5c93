package dev.watershed.analyzer.coupling;

import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import java.util.OptionalInt;

/**
 * Tells uses of a table from statements that went astray: sent with another's account, from a test
 * or by hand. Were one of 200 calls of a table by others sent by party s, it would be seen to use
 * it
 *
 * <pre>λ = 0.005 · (a(t) − a(s,t) + 1)</pre>
 *
 * times, a being calls by name; reads and writes alike. That chance makes c uses and more of that
 * has at most the probability exp(c − λ − c ln(c / λ)) (Chernoff's bound for Poisson's
 * distribution). Only the load of the table itself counts, so that other load changes nothing. Of a
 * tenth of all statements gone astray to forty services alike, each sends half of that.
 */
final class StrayCalls {

  /** What part of the others' calls of a table one party may seem to send. */
  private static final double ASTRAY = 0.005;

  /** Below this a use is no chance, though thousands are looked at: a fleet has so many cells. */
  private static final double SURE = 1e-5;

  /** Below this one is a reader: many of them together make a hub. */
  private static final double LIKELY = 0.01;

  private final UseMatrix matrix;
  private final double[] reads;
  private final double[] writes;

  private StrayCalls(CouplingInput input, UseMatrix matrix) {
    this.matrix = matrix;
    this.reads = new double[input.tables().size()];
    this.writes = new double[input.tables().size()];
  }

  static StrayCalls of(CouplingInput input, UseMatrix matrix) {
    StrayCalls strays = new StrayCalls(input, matrix);
    for (int table = 0; table < input.tables().size(); table++) {
      for (int cell = matrix.start(table); cell < matrix.end(table); cell++) {
        strays.reads[table] += matrix.reads(cell);
        strays.writes[table] += strays.written(cell);
      }
    }
    return strays;
  }

  /** Whether the reads of a cell are more than chance makes. */
  boolean surelyReads(int table, int cell) {
    return chance(matrix.reads(cell), reads[table]) < SURE;
  }

  /** Whether its reads count where many readers are looked at together. */
  boolean likelyReads(int table, int cell) {
    return chance(matrix.reads(cell), reads[table]) < LIKELY;
  }

  /** Whether its writes, those by routines and views among them, are more than chance makes. */
  boolean surelyWrites(int table, int cell) {
    return chance(written(cell), writes[table]) < SURE;
  }

  /** Whether its reads or its writes are more than chance makes. */
  boolean surelyUses(int table, int cell) {
    return surelyReads(table, cell) || surelyWrites(table, cell);
  }

  private double written(int cell) {
    return matrix.writes(cell) + matrix.calledWrites(cell);
  }

  /**
   * Whether so many of a party's calls that read a table are more than chance makes; its other
   * reads of the table count for nobody.
   */
  boolean surelyReads(int table, int party, double calls) {
    OptionalInt own = Cells.find(matrix, table, party);
    return sure(calls, reads[table] - (own.isPresent() ? matrix.reads(own.getAsInt()) : 0));
  }

  /** Likewise of its calls, or its transactions, that write the table. */
  boolean surelyWrites(int table, int party, double calls) {
    OptionalInt own = Cells.find(matrix, table, party);
    return sure(calls, writes[table] - (own.isPresent() ? written(own.getAsInt()) : 0));
  }

  private static boolean sure(double calls, double others) {
    return bound(ASTRAY * (others + 1), calls) < SURE;
  }

  private static double chance(double calls, double all) {
    return bound(ASTRAY * (all - calls + 1), calls);
  }

  /** The most that the probability of so many and more is, where so many are expected. */
  static double bound(double expected, double calls) {
    return calls <= expected ? 1 : Math.exp(calls - expected - calls * Math.log(calls / expected));
  }
}
