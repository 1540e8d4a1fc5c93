package dev.watershed.analyzer.coupling.input;

import java.util.List;

/**
 * Which tables transactions use together: a row per party, set of data and set of digests, in the
 * order of party, set of data and class id.
 */
public final class TransactionClasses {

  /**
   * A row.
   *
   * @param classId the id of its set of digests; 0 for those lumped beyond the bound
   * @param statements indexes, ascending
   * @param transactions how many there were, however they ended
   * @param openTimeMicros the sum of the spans from the first statement's start to the last end
   * @param partial whether more was done than its uses say: digests were left out beyond the bound,
   *     or it is not known which tables some mean
   */
  record Row(
      int party,
      String dataSet,
      long classId,
      int[] statements,
      long transactions,
      long openTimeMicros,
      boolean partial) {}

  private final List<Row> rows;
  private final TableUses uses;

  TransactionClasses(List<Row> rows, TableUses uses) {
    this.rows = List.copyOf(rows);
    this.uses = uses;
  }

  /** The number of rows. */
  public int size() {
    return rows.size();
  }

  /** The index of the party. */
  public int party(int row) {
    return rows.get(row).party();
  }

  /** The set of data on which it ran. */
  public String dataSet(int row) {
    return rows.get(row).dataSet();
  }

  /** The id of its set of digests; 0 for those lumped beyond the bound. */
  public long classId(int row) {
    return rows.get(row).classId();
  }

  /** How many statements ran in it, of those that are known. */
  public int statements(int row) {
    return rows.get(row).statements().length;
  }

  /** The index of one of its statements, 0 to {@link #statements(int)} − 1. */
  public int statement(int row, int position) {
    return rows.get(row).statements()[position];
  }

  /** How many transactions there were, however they ended. */
  public long transactions(int row) {
    return rows.get(row).transactions();
  }

  /** The sum of the spans from the first statement's start to the last one's end. */
  public long openTimeMicros(int row) {
    return rows.get(row).openTimeMicros();
  }

  /**
   * Whether more was done than the uses say: digests were left out beyond the bound, or it is not
   * known which tables some of them mean.
   */
  public boolean partial(int row) {
    return rows.get(row).partial();
  }

  /** The tables of each row, over all of its statements. */
  public TableUses uses() {
    return uses;
  }
}
