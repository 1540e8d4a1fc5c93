package dev.watershed.analyzer.coupling;

import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.coupling.input.TransactionClasses;

/**
 * How many transactions use tables of more than one part: cut = Σ over classes x of λx · [tables(x)
 * fall in more than one part], λx transactions per second. Exact, for each transaction counts once;
 * sums over pairs of tables over-count.
 *
 * @param crossing transactions per second that use tables of more than one part
 * @param writing those of them that write tables of more than one part
 * @param all transactions per second whose tables are known at all
 */
public record TransactionCut(double crossing, double writing, double all) {

  /** The part of a table that belongs to none. */
  public static final int NO_PART = -1;

  /**
   * Counts them. Tables count that are named, and those that are used by inference.
   *
   * @param partOfTable by table; {@link #NO_PART} for what does not count, such as hubs
   */
  public static TransactionCut of(CouplingInput input, int[] partOfTable) {
    TransactionClasses classes = input.transactions();
    TableUses uses = classes.uses();
    double crossing = 0;
    double writing = 0;
    double all = 0;
    for (int row = 0; row < classes.size(); row++) {
      double perSecond = classes.transactions(row) / input.secondsOf(classes.dataSet(row));
      boolean crosses = false;
      boolean writes = false;
      int part = NO_PART;
      int writtenPart = NO_PART;
      for (int use = uses.start(row); use < uses.end(row); use++) {
        int own = partOfTable[uses.table(use)];
        if (own == NO_PART) {
          continue;
        }
        crosses |= part != NO_PART && part != own;
        part = own;
        if (uses.changes(use)) {
          writes |= writtenPart != NO_PART && writtenPart != own;
          writtenPart = own;
        }
      }
      all += perSecond;
      crossing += crosses ? perSecond : 0;
      writing += writes ? perSecond : 0;
    }
    return new TransactionCut(crossing, writing, all);
  }
}
