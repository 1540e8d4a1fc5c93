package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.catalog.query.InnodbStatisticsQuery;
import dev.watershed.collector.server.catalog.query.TableKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * InnoDB's own figures about indexes. Pages of partitions are added up; how many different values
 * several partitions have together, nobody knows.
 */
final class InnodbIndexFigures {

  private static final String DISTINCT = "n_diff_pfx";

  /** Figures of an index; {@code distinct} by how many parts. */
  private static final class Figures {
    private OptionalLong pages = OptionalLong.empty();
    private OptionalLong leafPages = OptionalLong.empty();
    private final Map<Integer, Long> distinct = new TreeMap<>();
  }

  private final Map<IndexKey, Figures> byIndex = new HashMap<>();

  InnodbIndexFigures(List<InnodbStatisticsQuery.IndexRow> rows) {
    for (InnodbStatisticsQuery.IndexRow row : rows) {
      TableKey table = InnodbName.tableOf(row.key());
      Figures figures =
          byIndex.computeIfAbsent(new IndexKey(table, row.index()), key -> new Figures());
      boolean partition = !table.equals(row.key());
      if (row.name().equals("size")) {
        figures.pages = sum(figures.pages, row.value());
      } else if (row.name().equals("n_leaf_pages")) {
        figures.leafPages = sum(figures.leafPages, row.value());
      } else if (row.name().startsWith(DISTINCT) && !partition && row.value().isPresent()) {
        figures.distinct.put(
            Integer.parseInt(row.name().substring(DISTINCT.length())), row.value().getAsLong());
      }
    }
  }

  OptionalLong pages(IndexKey index) {
    return byIndex.containsKey(index) ? byIndex.get(index).pages : OptionalLong.empty();
  }

  OptionalLong leafPages(IndexKey index) {
    return byIndex.containsKey(index) ? byIndex.get(index).leafPages : OptionalLong.empty();
  }

  /** How many different values the first parts have, if it is known. */
  OptionalLong distinct(IndexKey index, int parts) {
    Figures figures = byIndex.get(index);
    return figures != null && figures.distinct.containsKey(parts)
        ? OptionalLong.of(figures.distinct.get(parts))
        : OptionalLong.empty();
  }

  private static OptionalLong sum(OptionalLong one, OptionalLong other) {
    return other.isPresent() ? OptionalLong.of(one.orElse(0) + other.getAsLong()) : one;
  }
}
