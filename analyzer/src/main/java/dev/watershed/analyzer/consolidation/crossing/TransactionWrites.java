package dev.watershed.analyzer.consolidation.crossing;

import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.TableUses;
import java.util.BitSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * For whom and where a class of transactions changes rows, by name or by inference. Tables that are
 * retired are not there any more.
 */
public final class TransactionWrites {

  private final TableUses uses;
  private final BitSet hubs;

  /**
   * @param hubs tables that everybody reads
   */
  public TransactionWrites(CouplingInput input, BitSet hubs) {
    this.uses = input.transactions().uses();
    this.hubs = (BitSet) hubs.clone();
  }

  /** The owners; hubs have none, and of a table that is cut each has a part of its own. */
  public Set<Integer> owners(int row, Placement placement) {
    Set<Integer> owners = new TreeSet<>();
    for (int use = uses.start(row); use < uses.end(row); use++) {
      int table = uses.table(use);
      if (changes(use, placement) && !hubs.get(table) && !placement.cut(table)) {
        placement.owner(table).ifPresent(owners::add);
      }
    }
    return owners;
  }

  /** The sets of data. */
  public Set<String> dataSets(int row, Placement placement) {
    Set<String> dataSets = new TreeSet<>();
    for (int use = uses.start(row); use < uses.end(row); use++) {
      if (changes(use, placement)) {
        dataSets.add(placement.dataSet(uses.table(use)));
      }
    }
    return dataSets;
  }

  private boolean changes(int use, Placement placement) {
    return uses.changes(use) && !placement.retired(uses.table(use));
  }
}
