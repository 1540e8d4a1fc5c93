package dev.watershed.analyzer.consolidation.proposal;

import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a table is made of.
 *
 * @param columns name and type of each, in small letters
 */
record TableForm(CoupledTable table, Set<String> columns) {

  TableForm {
    columns = new TreeSet<>(columns);
  }

  static TableForm of(CoupledTable table, TableDefinition definition) {
    return new TableForm(
        table, definition.columns().stream().map(TableForm::text).collect(Collectors.toSet()));
  }

  private static String text(ColumnDefinition column) {
    return (column.name() + " " + column.type()).toLowerCase(Locale.ROOT);
  }
}
