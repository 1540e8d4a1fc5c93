package dev.watershed.analyzer.ranking;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.collections.impl.map.mutable.primitive.ObjectIntHashMap;

/** Distinct names under dense indexes, in order of appearance. */
final class NameIndex<T> {

  private final ObjectIntHashMap<T> indexes = new ObjectIntHashMap<>();
  private final List<T> names = new ArrayList<>();

  int indexOf(T name) {
    int index = indexes.getIfAbsent(name, -1);
    if (index < 0) {
      index = names.size();
      indexes.put(name, index);
      names.add(name);
    }
    return index;
  }

  T name(int index) {
    return names.get(index);
  }

  int size() {
    return names.size();
  }
}
