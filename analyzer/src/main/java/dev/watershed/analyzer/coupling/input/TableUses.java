package dev.watershed.analyzer.coupling.input;

import dev.watershed.analyzer.saying.Saying;
import java.util.List;
import java.util.Optional;

/**
 * The tables that each of some rows uses, each once and in ascending order, and how. The uses of
 * row r are those from {@code start(r)} to {@code end(r)} − 1.
 */
public final class TableUses {

  /** A statement names the table and reads it. */
  public static final int READ = 1;

  /** A statement names the table and changes its rows. */
  public static final int WRITE = 2;

  /** A view, trigger, cascade or routine may read it. */
  public static final int INFERRED_READ = 4;

  /** A view, trigger, cascade or routine may write it. */
  public static final int INFERRED_WRITE = 8;

  /**
   * Beside {@link #INFERRED_WRITE}: the statement names what writes, a routine or a view. Otherwise
   * a trigger or cascade of a table that it writes does: a consequence, which is not the sender's
   * choice.
   */
  public static final int CALLED = 16;

  private static final int NONE = -1;

  private final int[] starts;
  private final int[] tables;
  private final byte[] flags;
  private final int[] chains;
  private final List<Saying> chainTexts;

  TableUses(int[] starts, int[] tables, byte[] flags, int[] chains, List<Saying> chainTexts) {
    this.starts = starts;
    this.tables = tables;
    this.flags = flags;
    this.chains = chains;
    this.chainTexts = List.copyOf(chainTexts);
  }

  /** How many rows there are. */
  public int rows() {
    return starts.length - 1;
  }

  /** How many uses there are in all. */
  public int size() {
    return tables.length;
  }

  /** The first use of a row. */
  public int start(int row) {
    return starts[row];
  }

  /** The one after the last use of a row. */
  public int end(int row) {
    return starts[row + 1];
  }

  /** The table of a use. */
  public int table(int use) {
    return tables[use];
  }

  /** How it is used: a sum of the constants of this class. */
  public int flags(int use) {
    return flags[use];
  }

  /** Whether a statement names it and reads it. */
  public boolean reads(int use) {
    return (flags[use] & READ) != 0;
  }

  /** Whether a statement names it and writes it. */
  public boolean writes(int use) {
    return (flags[use] & WRITE) != 0;
  }

  /** Whether a statement names it. */
  public boolean named(int use) {
    return (flags[use] & (READ | WRITE)) != 0;
  }

  /** Whether it may be written without being named. */
  public boolean infersWrite(int use) {
    return (flags[use] & INFERRED_WRITE) != 0;
  }

  /** Whether its rows are changed, by name or without. */
  public boolean changes(int use) {
    return writes(use) || infersWrite(use);
  }

  /** How a statement gets to a table that it does not name; of several ways one. */
  public Optional<Saying> chain(int use) {
    return chains[use] == NONE ? Optional.empty() : Optional.of(chainTexts.get(chains[use]));
  }
}
