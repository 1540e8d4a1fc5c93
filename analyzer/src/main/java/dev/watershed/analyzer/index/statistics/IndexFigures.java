package dev.watershed.analyzer.index.statistics;

import dev.watershed.workload.catalog.IndexDefinition;
import java.util.List;
import java.util.Objects;

/**
 * An index and its size.
 *
 * @param definition of one that exists, or of one that might
 * @param keys {@link ColumnKey} of each part
 * @param searched the same, with those of the key that clusters the table behind them
 * @param clustered whether its leaves are the rows
 * @param pages all of its pages
 * @param residency the part of its pages that is in memory, 0 to 1
 * @param keyBytes of the longest key, without the primary key behind it
 */
public record IndexFigures(
    IndexDefinition definition,
    List<String> keys,
    List<String> searched,
    boolean clustered,
    double pages,
    double residency,
    int keyBytes) {

  public IndexFigures {
    Objects.requireNonNull(definition, "definition");
    keys = List.copyOf(keys);
    searched = List.copyOf(searched);
  }

  /** Whether a part holds the whole of its column, as ordering and covering need it. */
  public boolean whole(int part) {
    return definition.parts().get(part).prefixLength().isEmpty();
  }

  /** Bytes on disk. */
  public long bytes() {
    return (long) (pages * IndexSize.PAGE_BYTES);
  }
}
