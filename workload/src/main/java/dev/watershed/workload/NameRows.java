package dev.watershed.workload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Distinct names (schemas, origins) under dense indexes, bounded by {@link LowestHashes}. The first
 * {@code reserved} ones have a meaning of their own and always stay.
 */
final class NameRows<T> {

  private final List<T> reserved;
  private final int lumped;
  private final ToLongFunction<T> hash;
  private final List<T> names = new ArrayList<>();
  private final Map<T, Integer> indexes = new HashMap<>();
  private long threshold = -1L;

  /**
   * @param reserved names that always stay, at the first indexes
   * @param lumped the index, among these, of the name for everything beyond the bound
   */
  NameRows(List<T> reserved, int lumped, ToLongFunction<T> hash) {
    this.reserved = List.copyOf(reserved);
    this.lumped = lumped;
    this.hash = hash;
    reserved.forEach(this::put);
  }

  int size() {
    return names.size();
  }

  T name(int index) {
    return names.get(index);
  }

  List<T> names() {
    return List.copyOf(names);
  }

  /** The highest hash of a name that stays. */
  long threshold() {
    return threshold;
  }

  /** Lets names above the threshold be lumped from now on, as another table did. */
  void lowerThreshold(long other) {
    if (LowestHashes.stays(other, threshold)) {
      threshold = other;
    }
  }

  int indexOf(T name) {
    Integer index = indexes.get(name);
    if (index != null) {
      return index;
    }
    return LowestHashes.stays(hash.applyAsLong(name), threshold) ? put(name) : lumped;
  }

  boolean over(int bound) {
    return names.size() - reserved.size() > bound;
  }

  /** A table under the bound; {@code map} receives the new index of each old one. */
  NameRows<T> bounded(int bound, int[] map) {
    long[] hashes = names.stream().skip(reserved.size()).mapToLong(hash).toArray();
    NameRows<T> kept = new NameRows<>(reserved, lumped, hash);
    kept.threshold = threshold;
    kept.lowerThreshold(LowestHashes.threshold(hashes, bound));
    for (int index = 0; index < names.size(); index++) {
      map[index] = kept.indexOf(names.get(index));
    }
    return kept;
  }

  /** Takes over another table's names and threshold; returns the index here of each name there. */
  int[] merge(NameRows<T> other) {
    lowerThreshold(other.threshold);
    int[] map = new int[other.size()];
    for (int index = 0; index < map.length; index++) {
      map[index] = indexOf(other.name(index));
    }
    return map;
  }

  private int put(T name) {
    int index = names.size();
    names.add(name);
    indexes.put(name, index);
    return index;
  }
}
