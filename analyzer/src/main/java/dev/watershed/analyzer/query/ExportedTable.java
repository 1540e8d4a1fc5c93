package dev.watershed.analyzer.query;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of the store as it is written to files: without the server, which the folder says, and
 * with the account in the place of its number, which holds for one query only.
 *
 * @param name that of the table
 * @param select its rows, in the order of their columns from the left
 */
record ExportedTable(String name, String select) {

  private static final String ORIGIN = "origin";
  private static final String SERVER = "server";

  /** All tables, in the order of the documentation. */
  static List<ExportedTable> all() {
    return StoreQuery.tables().stream()
        .filter(table -> !table.name().equals(OriginsTable.table().name()))
        .map(ExportedTable::of)
        .toList();
  }

  private static ExportedTable of(QueryTable<?> table) {
    List<String> names = table.columns().stream().map(column -> column.column().name()).toList();
    String columns =
        names.stream()
            .filter(name -> !name.equals(SERVER))
            .map(name -> name.equals(ORIGIN) ? originColumns() : "t.\"" + name + "\"")
            .collect(Collectors.joining(", "));
    String join = names.contains(ORIGIN) ? " LEFT JOIN origins o USING (origin)" : "";
    return new ExportedTable(
        table.name(),
        "SELECT " + columns + " FROM " + table.name() + " t" + join + " ORDER BY ALL");
  }

  private static String originColumns() {
    return OriginsTable.table().columns().stream()
        .map(column -> column.column().name())
        .filter(name -> !name.equals(ORIGIN))
        .map(name -> "o.\"" + name + "\"")
        .collect(Collectors.joining(", "));
  }
}
