package dev.watershed.workload.store.window;

import org.eclipse.collections.api.block.comparator.primitive.IntComparator;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/**
 * The order in which rows are written: by what is in them, so that equal tables give equal bytes.
 */
final class RowOrder {

  private RowOrder() {}

  /** The rows 0 to {@code size} − 1, sorted. */
  static int[] of(int size, IntComparator comparator) {
    IntArrayList rows = new IntArrayList(size);
    for (int row = 0; row < size; row++) {
      rows.add(row);
    }
    return rows.sortThis(comparator).toArray();
  }

  /** The place of each row in an order. */
  static int[] places(int[] order) {
    int[] places = new int[order.length];
    for (int place = 0; place < order.length; place++) {
      places[order[place]] = place;
    }
    return places;
  }
}
