package dev.watershed.analyzer.consolidation.room;

import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CoupledTables;
import java.util.OptionalLong;

/** How large a set of data is in a placement: an upper bound of its working set. */
final class DataSizes {

  private final CoupledTables tables;
  private final TableSizes sizes;

  DataSizes(CoupledTables tables, TableSizes sizes) {
    this.tables = tables;
    this.sizes = sizes;
  }

  /**
   * What it is today, with what comes and without what goes; empty where any of it is unknown.
   *
   * @param bytes what it is today
   */
  OptionalLong of(String dataSet, OptionalLong bytes, Placement today, Placement placement) {
    if (bytes.isEmpty()) {
      return bytes;
    }
    long sum = bytes.getAsLong();
    for (int table = 0; table < tables.size(); table++) {
      boolean was = there(dataSet, table, today);
      boolean is = there(dataSet, table, placement);
      if (was != is) {
        OptionalLong size = sizes.of(tables.get(table));
        if (size.isEmpty()) {
          return size;
        }
        sum += is ? size.getAsLong() : -size.getAsLong();
      }
    }
    return OptionalLong.of(Math.max(0, sum));
  }

  private boolean there(String dataSet, int table, Placement placement) {
    return tables.get(table).kind() == CoupledTable.Kind.TABLE
        && !placement.retired(table)
        && placement.table(table) == table
        && placement.dataSet(table).equals(dataSet);
  }
}
