package dev.watershed.analyzer.coupling.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns that statements set in rows that are there: of UPDATE, and of INSERT … ON DUPLICATE
 * KEY UPDATE its second half. Where services set different columns of a table there is a seam
 * between them.
 */
public final class SetColumns {

  private record Place(int statement, int table) {}

  private final Map<Place, List<String>> columns;

  private SetColumns(Map<Place, List<String>> columns) {
    this.columns = columns;
  }

  static SetColumns of(List<ResolvedStatement> statements, CoupledTables tables) {
    Map<Place, List<String>> columns = new HashMap<>();
    for (int statement = 0; statement < statements.size(); statement++) {
      for (ResolvedStatement.Setting setting : statements.get(statement).settings()) {
        CoupledTable table = setting.table();
        int found = tables.find(table.dataSet(), table.schema(), table.name()).orElseThrow();
        columns
            .computeIfAbsent(new Place(statement, found), place -> new ArrayList<>())
            .addAll(setting.columns());
      }
    }
    columns.replaceAll((place, names) -> names.stream().distinct().sorted().toList());
    return new SetColumns(columns);
  }

  /**
   * What a statement sets in a table, in order; empty if it does not change rows that are there, or
   * whole ones.
   */
  public Optional<List<String>> of(int statement, int table) {
    return Optional.ofNullable(columns.get(new Place(statement, table)));
  }
}
