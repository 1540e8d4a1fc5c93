package dev.watershed.analyzer.consolidation.crossing;

import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.coupling.input.TransactionClasses;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What crosses owners because of one table: only the statements and transactions that use it. */
public final class TableCrossings {

  private final CouplingInput input;
  private final UseMatrix matrix;
  private final BitSet hubs;
  private final TransactionWrites writes;
  private final List<List<Integer>> transactionsOf = new ArrayList<>();

  /**
   * @param hubs tables that everybody reads
   */
  public TableCrossings(CouplingInput input, UseMatrix matrix, BitSet hubs) {
    this.input = input;
    this.matrix = matrix;
    this.hubs = (BitSet) hubs.clone();
    this.writes = new TransactionWrites(input, hubs);
    for (int table = 0; table < input.tables().size(); table++) {
      transactionsOf.add(new ArrayList<>());
    }
    TransactionClasses classes = input.transactions();
    TableUses uses = classes.uses();
    for (int row = 0; row < classes.size(); row++) {
      for (int use = uses.start(row); use < uses.end(row); use++) {
        transactionsOf.get(uses.table(use)).add(row);
      }
    }
  }

  /**
   * Statements that leave their service, and transactions that write for several owners, per
   * second, of those that use a table.
   */
  public double of(int table, Placement placement) {
    StatementBorders borders = new StatementBorders(input, placement, hubs);
    double perSecond = 0;
    for (int cell = matrix.start(table); cell < matrix.end(table); cell++) {
      for (int entry = matrix.entryStart(cell); entry < matrix.entryEnd(cell); entry++) {
        int touch = matrix.touch(entry);
        int statement = input.touches().statement(touch);
        int crossed = borders.of(input.touches().party(touch), statement);
        if (Border.FOREIGN_READ.in(crossed) || Border.FOREIGN_WRITE.in(crossed)) {
          perSecond += input.touches().calls(touch) / input.seconds(statement);
        }
      }
    }
    TransactionClasses classes = input.transactions();
    for (int row : transactionsOf.get(table)) {
      if (writes.owners(row, placement).size() > 1) {
        perSecond += classes.transactions(row) / input.secondsOf(classes.dataSet(row));
      }
    }
    return perSecond;
  }
}
