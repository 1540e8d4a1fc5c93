package dev.watershed.workload.store.window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/** Names under dense ids in the order in which they come, to be sorted in the end. */
final class Interned<T> {

  private final Map<T, Integer> ids = new HashMap<>();
  private final List<T> names = new ArrayList<>();

  /** The id of a name, made when it is new. */
  int idOf(T name) {
    Integer known = ids.putIfAbsent(name, names.size());
    if (known == null) {
      names.add(name);
      return names.size() - 1;
    }
    return known;
  }

  /** The names in their order. */
  List<T> sorted(Comparator<? super T> order) {
    return names.stream().sorted(order).toList();
  }

  /** What was filled with ids, as positions in {@link #sorted}. */
  int[] sortedIds(IntArrayList column, Comparator<? super T> order) {
    int[] rows = RowOrder.of(names.size(), (a, b) -> order.compare(names.get(a), names.get(b)));
    int[] places = RowOrder.places(rows);
    int[] sorted = column.toArray();
    for (int row = 0; row < sorted.length; row++) {
      sorted[row] = places[sorted[row]];
    }
    return sorted;
  }
}
