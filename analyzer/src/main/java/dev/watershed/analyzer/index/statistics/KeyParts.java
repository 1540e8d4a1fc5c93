package dev.watershed.analyzer.index.statistics;

import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexPart;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.ArrayList;
import java.util.List;

/** Compares the parts of indexes: the order in which they keep rows. */
public final class KeyParts {

  private KeyParts() {}

  /**
   * Whether a list begins with another one: part by part the same column or expression, as many of
   * its characters or more.
   *
   * @param backwards whether every part has the other direction instead of the same
   */
  public static boolean begins(List<IndexPart> list, List<IndexPart> beginning, boolean backwards) {
    if (beginning.size() > list.size()) {
      return false;
    }
    for (int at = 0; at < beginning.size(); at++) {
      if (!holds(list.get(at), beginning.get(at), backwards)) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(IndexPart more, IndexPart part, boolean backwards) {
    return (more.descending() != part.descending()) == backwards
        && characters(more) >= characters(part)
        && ColumnKey.of(more).equals(ColumnKey.of(part));
  }

  /** How much of a column is held; a whole one counts for more than any prefix. */
  public static long characters(IndexPart part) {
    return part.prefixLength().isPresent() ? part.prefixLength().getAsInt() : Integer.MAX_VALUE;
  }

  /**
   * The parts of an index with those of the key behind them that holds the rows. A secondary index
   * of InnoDB ends with those of its columns that it does not have (MySQL 8.4 Reference Manual,
   * 17.6.2.1 "Clustered and Secondary Indexes"); one of another engine points to its rows.
   */
  public static List<IndexPart> stored(IndexDefinition index, TableDefinition table) {
    List<IndexPart> parts = new ArrayList<>(index.parts());
    Clustering.of(table)
        .filter(clustering -> Clustering.clusters(table) && !clustering.equals(index))
        .ifPresent(
            clustering ->
                clustering.parts().stream()
                    .filter(part -> index.parts().stream().noneMatch(own -> isWhole(own, part)))
                    .forEach(parts::add));
    return parts;
  }

  private static boolean isWhole(IndexPart own, IndexPart clustering) {
    return own.prefixLength().isEmpty() && ColumnKey.of(own).equals(ColumnKey.of(clustering));
  }
}
