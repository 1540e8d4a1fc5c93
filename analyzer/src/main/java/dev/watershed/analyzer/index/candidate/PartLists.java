package dev.watershed.analyzer.index.candidate;

import dev.watershed.analyzer.index.statistics.ColumnKey;
import dev.watershed.analyzer.index.statistics.KeyParts;
import dev.watershed.analyzer.index.statistics.TableFigures;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.IndexPart;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lists of parts of indexes. */
public final class PartLists {

  private PartLists() {}

  /** Whether a list begins with another one, part by part, read forwards or backwards. */
  public static boolean begins(List<IndexPart> list, List<IndexPart> beginning) {
    return KeyParts.begins(list, beginning, false) || KeyParts.begins(list, beginning, true);
  }

  /**
   * Whether it is known how few rows a value of the first column has, other than by assumption: it
   * names rows of another table, or its values were counted.
   */
  static boolean known(List<IndexPart> parts, TableFigures table) {
    String first = ColumnKey.of(parts.get(0));
    return table.refers(first) || table.distinct(Set.of(first)).measured();
  }

  /** Without the columns at the end that stand behind every index of the table anyway. */
  static List<IndexPart> withoutClusterKey(List<IndexPart> parts, TableFigures table) {
    List<String> cluster = table.clusterKeys();
    List<String> keys = parts.stream().map(ColumnKey::of).toList();
    for (int count = Math.min(cluster.size(), parts.size()); count > 0; count--) {
      int from = parts.size() - count;
      boolean whole =
          parts.subList(from, parts.size()).stream()
              .allMatch(part -> !part.descending() && part.prefixLength().isEmpty());
      if (whole && keys.subList(from, keys.size()).equals(cluster.subList(0, count))) {
        return parts.subList(0, from);
      }
    }
    return parts;
  }

  /** Whether no column stands in it twice. */
  static boolean distinct(List<IndexPart> parts) {
    Set<String> seen = new HashSet<>();
    return parts.stream().map(ColumnKey::of).allMatch(seen::add);
  }

  /**
   * What the table's ordered indexes do.
   *
   * @param hidden also those that are hidden
   */
  static List<List<IndexPart>> existing(TableFigures table, boolean hidden) {
    return table.definition().indexes().stream()
        .filter(index -> index.kind() == IndexKind.BTREE && (hidden || index.visible()))
        .map(index -> KeyParts.stored(index, table.definition()))
        .toList();
  }

  /** Whether an index of the table does what these parts would do. */
  static boolean exist(List<IndexPart> parts, List<List<IndexPart>> existing) {
    return existing.stream().anyMatch(index -> begins(index, parts));
  }
}
