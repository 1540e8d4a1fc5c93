package dev.watershed.collector.server;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which columns the tables of a server have, as far as the account may see them. Names are compared
 * without case.
 */
public final class Columns {

  /** A column of a table, both in upper case. */
  public record Column(String table, String name) {

    public Column {
      table = table.toUpperCase(Locale.ROOT);
      name = name.toUpperCase(Locale.ROOT);
    }
  }

  private final Map<String, Set<String>> byTable;

  public Columns(List<Column> columns) {
    this.byTable =
        columns.stream()
            .collect(
                Collectors.groupingBy(
                    Column::table,
                    TreeMap::new,
                    Collectors.mapping(Column::name, Collectors.toCollection(LinkedHashSet::new))));
  }

  /** Whether there is a table, and the account may see it. */
  public boolean has(String table) {
    return byTable.containsKey(table.toUpperCase(Locale.ROOT));
  }

  /** Whether a table has a column. */
  public boolean has(String table, String column) {
    return byTable
        .getOrDefault(table.toUpperCase(Locale.ROOT), Set.of())
        .contains(column.toUpperCase(Locale.ROOT));
  }
}
