package dev.watershed.analyzer.consolidation.room;

import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import dev.watershed.sql.ServerSchemas;

/** Says what a placement leaves on a set of data. */
final class Leftovers {

  /** So much of the time may be of statements without a table. */
  private static final double LITTLE = 0.01;

  private final CouplingFacts facts;

  Leftovers(CouplingFacts facts) {
    this.facts = facts;
  }

  /**
   * What is left. The server's own schemas do not count, and without a catalog there may be tables
   * that nobody names.
   *
   * @param staying the share of the load that stays
   */
  Occupancy of(String dataSet, Placement placement, double staying) {
    UseMatrix matrix = facts.matrix();
    boolean left = staying > LITTLE;
    for (int table = 0; table < placement.tables(); table++) {
      CoupledTable named = facts.input().tables().get(table);
      boolean here =
          placement.dataSet(table).equals(dataSet)
              && !placement.retired(table)
              && !ServerSchemas.has(named.schema());
      boolean used = matrix.start(table) < matrix.end(table);
      if (here && used) {
        return Occupancy.USED;
      }
      left |= here && placement.table(table) == table;
      left |= named.dataSet().equals(dataSet) && named.kind() == CoupledTable.Kind.UNCHECKED;
    }
    return left ? Occupancy.UNUSED : Occupancy.EMPTY;
  }
}
