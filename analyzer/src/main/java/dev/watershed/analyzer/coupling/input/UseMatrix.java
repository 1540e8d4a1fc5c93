package dev.watershed.analyzer.coupling.input;

import java.util.Arrays;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/**
 * Who uses which table, a cell per table and party that has something to do with it, in the order
 * of both. The cells of a table are those from {@code start(table)} to {@code end(table)} − 1.
 * Calls, time and rows are those of the whole statements: a statement of several tables counts for
 * each of them, so that they do not add up over tables.
 */
public final class UseMatrix {

  /** What is summed in a cell. */
  private enum Figure {
    READS,
    WRITES,
    INFERRED_READS,
    INFERRED_WRITES,
    CALLED_WRITES,
    TIME_MICROS,
    ROWS_EXAMINED,
    ESTIMATED_CALLS
  }

  private final int[] starts;
  private final int[] parties;
  private final int[] entryStarts;
  private final int[] touches;
  private final int[] uses;
  private final double[][] figures;

  private UseMatrix(
      int[] starts,
      int[] parties,
      int[] entryStarts,
      int[] touches,
      int[] uses,
      double[][] figures) {
    this.starts = starts;
    this.parties = parties;
    this.entryStarts = entryStarts;
    this.touches = touches;
    this.uses = uses;
    this.figures = figures;
  }

  /** Turns touches, which are ordered by party, into cells, which are ordered by table. */
  public static UseMatrix of(CouplingInput input) {
    Touches touches = input.touches();
    TableUses uses = input.uses();
    int[] ends = new int[input.tables().size() + 1];
    for (int row = 0; row < touches.size(); row++) {
      int statement = touches.statement(row);
      for (int use = uses.start(statement); use < uses.end(statement); use++) {
        ends[uses.table(use) + 1]++;
      }
    }
    Arrays.parallelPrefix(ends, Integer::sum);
    int[] touchOf = new int[ends[ends.length - 1]];
    int[] useOf = new int[touchOf.length];
    int[] next = ends.clone();
    for (int row = 0; row < touches.size(); row++) {
      int statement = touches.statement(row);
      for (int use = uses.start(statement); use < uses.end(statement); use++) {
        int entry = next[uses.table(use)]++;
        touchOf[entry] = row;
        useOf[entry] = use;
      }
    }
    return cells(input, ends, touchOf, useOf);
  }

  private static UseMatrix cells(CouplingInput input, int[] ends, int[] touchOf, int[] useOf) {
    int tables = input.tables().size();
    int[] starts = new int[tables + 1];
    IntArrayList parties = new IntArrayList();
    IntArrayList entries = new IntArrayList();
    for (int table = 0; table < tables; table++) {
      for (int entry = ends[table]; entry < ends[table + 1]; entry++) {
        int party = input.touches().party(touchOf[entry]);
        if (entry == ends[table] || party != parties.getLast()) {
          parties.add(party);
          entries.add(entry);
        }
      }
      starts[table + 1] = parties.size();
    }
    entries.add(touchOf.length);
    double[][] figures = new double[Figure.values().length][parties.size()];
    for (int cell = 0; cell < parties.size(); cell++) {
      for (int entry = entries.get(cell); entry < entries.get(cell + 1); entry++) {
        add(input, touchOf[entry], useOf[entry], figures, cell);
      }
    }
    return new UseMatrix(starts, parties.toArray(), entries.toArray(), touchOf, useOf, figures);
  }

  private static void add(CouplingInput input, int touch, int use, double[][] figures, int cell) {
    int flags = input.uses().flags(use);
    double calls = input.touches().calls(touch);
    figures[Figure.READS.ordinal()][cell] += has(flags, TableUses.READ) * calls;
    figures[Figure.WRITES.ordinal()][cell] += has(flags, TableUses.WRITE) * calls;
    figures[Figure.INFERRED_READS.ordinal()][cell] += has(flags, TableUses.INFERRED_READ) * calls;
    figures[Figure.INFERRED_WRITES.ordinal()][cell] += has(flags, TableUses.INFERRED_WRITE) * calls;
    figures[Figure.CALLED_WRITES.ordinal()][cell] += has(flags, TableUses.CALLED) * calls;
    figures[Figure.TIME_MICROS.ordinal()][cell] += input.touches().timeMicros(touch);
    figures[Figure.ROWS_EXAMINED.ordinal()][cell] += input.touches().rowsExamined(touch);
    figures[Figure.ESTIMATED_CALLS.ordinal()][cell] += input.touches().estimated(touch) ? calls : 0;
  }

  private static int has(int flags, int one) {
    return (flags & one) == 0 ? 0 : 1;
  }

  /** How many cells there are. */
  public int size() {
    return parties.length;
  }

  /** The first cell of a table. */
  public int start(int table) {
    return starts[table];
  }

  /** The one after the last cell of a table. */
  public int end(int table) {
    return starts[table + 1];
  }

  /** The party of a cell. */
  public int party(int cell) {
    return parties[cell];
  }

  /** Calls of statements that name the table and read it. */
  public double reads(int cell) {
    return figures[Figure.READS.ordinal()][cell];
  }

  /** Calls of statements that name the table and write it. */
  public double writes(int cell) {
    return figures[Figure.WRITES.ordinal()][cell];
  }

  /** Calls of statements that may read it by a view, trigger, cascade or routine. */
  public double inferredReads(int cell) {
    return figures[Figure.INFERRED_READS.ordinal()][cell];
  }

  /** Calls of statements that may write it by a trigger, cascade or routine. */
  public double inferredWrites(int cell) {
    return figures[Figure.INFERRED_WRITES.ordinal()][cell];
  }

  /** Calls that read it, by name or as may be inferred: the more of both, which may be the same. */
  public double likelyReads(int cell) {
    return Math.max(reads(cell), inferredReads(cell));
  }

  /** Likewise calls that write it. */
  public double likelyWrites(int cell) {
    return Math.max(writes(cell), inferredWrites(cell));
  }

  /** Those of {@link #inferredWrites} that name the routine or view that writes. */
  public double calledWrites(int cell) {
    return figures[Figure.CALLED_WRITES.ordinal()][cell];
  }

  /** The time of all these statements. */
  public double timeMicros(int cell) {
    return figures[Figure.TIME_MICROS.ordinal()][cell];
  }

  /** The rows that all these statements examined, in all of their tables. */
  public double rowsExamined(int cell) {
    return figures[Figure.ROWS_EXAMINED.ordinal()][cell];
  }

  /** Whether any of it is estimated by samples. */
  public boolean estimated(int cell) {
    return figures[Figure.ESTIMATED_CALLS.ordinal()][cell] > 0;
  }

  /** The first entry of a cell: what proves it. */
  public int entryStart(int cell) {
    return entryStarts[cell];
  }

  /** The one after its last entry. */
  public int entryEnd(int cell) {
    return entryStarts[cell + 1];
  }

  /** The touch of an entry. */
  public int touch(int entry) {
    return touches[entry];
  }

  /** How that touch uses the table: a position in {@link CouplingInput#uses()}. */
  public int use(int entry) {
    return uses[entry];
  }
}
