package dev.watershed.analyzer.index.redundancy;

import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.IndexDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which indexes foreign keys stand on: InnoDB asks for one on both sides that begins with the
 * columns in their order (MySQL 8.4 Reference Manual, 15.1.20.5 "FOREIGN KEY Constraints").
 */
public final class ForeignKeyNeeds {

  /** Lists of columns that must be the beginning of an index, by {@code schema.table}. */
  private final Map<String, List<List<String>>> columns = new HashMap<>();

  public ForeignKeyNeeds(List<StatisticTable> tables) {
    for (StatisticTable table : tables) {
      for (ForeignKey key : table.definition().foreignKeys()) {
        add(table.qualifiedName(), key.columns());
        add(
            key.referencedSchema().orElse(table.schema()) + "." + key.referencedTable(),
            key.referencedColumns());
      }
    }
  }

  private void add(String table, List<String> names) {
    columns.computeIfAbsent(folded(table), unused -> new ArrayList<>()).add(names);
  }

  /**
   * Whether a foreign key would be without an index.
   *
   * @param except names of indexes that go too
   */
  public boolean needs(StatisticTable table, IndexDefinition index, Set<String> except) {
    return columns.getOrDefault(folded(table.qualifiedName()), List.of()).stream()
        .filter(names -> IndexKey.of(index).startsWith(names))
        .anyMatch(
            names ->
                table.definition().indexes().stream()
                    .filter(other -> !other.name().equals(index.name()))
                    .filter(other -> !except.contains(other.name()))
                    .noneMatch(other -> IndexKey.of(other).startsWith(names)));
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
