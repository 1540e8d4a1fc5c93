package dev.watershed.analyzer.coupling.input;

/**
 * What each party sends, a row per party and statement in the order of both. Calls, times and rows
 * are those of the whole statement: where it uses several tables, nobody knows the part of each.
 * Where servers show counters only, the figures of a party are estimates.
 */
public final class Touches {

  private final int[] parties;
  private final int[] statements;
  private final double[][] figures;

  Touches(int[] parties, int[] statements, double[][] figures) {
    this.parties = parties;
    this.statements = statements;
    this.figures = figures;
  }

  /** The number of rows. */
  public int size() {
    return parties.length;
  }

  /** The index of the party. */
  public int party(int row) {
    return parties[row];
  }

  /** The index of the statement. */
  public int statement(int row) {
    return statements[row];
  }

  /** Executions; estimated ones are no whole numbers. */
  public double calls(int row) {
    return figure(row, TouchFigure.CALLS);
  }

  /** The sum of execution times. */
  public double timeMicros(int row) {
    return figure(row, TouchFigure.TIME_MICROS);
  }

  /** Rows that the storage engine read. */
  public double rowsExamined(int row) {
    return figure(row, TouchFigure.ROWS_EXAMINED);
  }

  /** Whether any of it is estimated. */
  public boolean estimated(int row) {
    return figure(row, TouchFigure.ESTIMATED_CALLS) > 0;
  }

  private double figure(int row, TouchFigure figure) {
    return figures[figure.ordinal()][row];
  }
}
