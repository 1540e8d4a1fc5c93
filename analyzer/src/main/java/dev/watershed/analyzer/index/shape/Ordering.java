package dev.watershed.analyzer.index.shape;

import java.util.List;

/**
 * An order that an index can provide: all keys are columns of one source.
 *
 * @param keys at least one
 * @param grouping whether groups are to come together; otherwise rows are to come sorted
 */
public record Ordering(List<OrderKey> keys, boolean grouping) {

  public Ordering {
    keys = List.copyOf(keys);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("an order by nothing");
    }
  }

  /** The source whose order it is. */
  public int source() {
    return keys.get(0).source();
  }
}
