package dev.watershed.workload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;

/**
 * Distinct names (schemas, origins) under dense indexes. Names beyond the bound have indexes of
 * their own, too, until {@link #bound} lumps them by {@link LowestHashes}: what is lumped with them
 * has to know which they were. The first {@code reserved} ones have a meaning of their own and
 * always stay.
 */
final class NameRows<T> {

  private final int reserved;
  private final int lumped;
  private final ToLongFunction<T> hash;
  private final List<T> names = new ArrayList<>();
  private final LongArrayList hashes = new LongArrayList();
  private final Map<T, Integer> indexes = new HashMap<>();
  private long threshold = -1L;

  /** The number of names above the threshold. */
  private int above;

  /**
   * @param reserved names that always stay, at the first indexes
   * @param lumped the index, among these, of the name for everything beyond the bound
   */
  NameRows(List<T> reserved, int lumped, ToLongFunction<T> hash) {
    this.reserved = reserved.size();
    this.lumped = lumped;
    this.hash = hash;
    reserved.forEach(name -> put(name, hash.applyAsLong(name)));
    this.above = 0;
  }

  int size() {
    return names.size();
  }

  T name(int index) {
    return names.get(index);
  }

  /** The stable hash of a name. */
  long hash(int index) {
    return hashes.get(index);
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
    if (other == threshold || !LowestHashes.stays(other, threshold)) {
      return;
    }
    threshold = other;
    above = 0;
    for (int index = reserved; index < names.size(); index++) {
      above += LowestHashes.stays(hashes.get(index), threshold) ? 0 : 1;
    }
  }

  int indexOf(T name) {
    Integer index = indexes.get(name);
    return index != null ? index : put(name, hash.applyAsLong(name));
  }

  boolean over(int bound) {
    return names.size() - reserved > bound;
  }

  /** Whether every name here stays under a bound. */
  boolean settled(int bound) {
    return above == 0 && !over(bound);
  }

  /** How many names stay under a bound. */
  int kept(int bound) {
    return Math.min(bound, names.size() - reserved - above);
  }

  /** Applies a bound: names beyond it are forgotten. */
  Moved bound(int bound) {
    long[] old = hashes.toArray();
    int[] to = new int[old.length];
    if (settled(bound)) {
      java.util.Arrays.setAll(to, index -> index);
      return new Moved(to, old, lumped, false);
    }
    long[] own = java.util.Arrays.copyOfRange(old, reserved, old.length);
    lowerThreshold(LowestHashes.threshold(own, bound));
    List<T> all = new ArrayList<>(names);
    names.clear();
    hashes.clear();
    indexes.clear();
    for (int index = 0; index < old.length; index++) {
      boolean stays = index < reserved || LowestHashes.stays(old[index], threshold);
      to[index] = stays ? put(all.get(index), old[index]) : lumped;
    }
    above = 0;
    return new Moved(to, old, lumped, true);
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

  private int put(T name, long stableHash) {
    int index = names.size();
    names.add(name);
    hashes.add(stableHash);
    indexes.put(name, index);
    above += LowestHashes.stays(stableHash, threshold) ? 0 : 1;
    return index;
  }
}
