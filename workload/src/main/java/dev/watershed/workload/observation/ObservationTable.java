package dev.watershed.workload.observation;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Figures per key, in the order of the keys. Nothing in it changes any more.
 *
 * @param <K> what a row is of
 * @param <F> the figures
 */
public final class ObservationTable<K, F extends Enum<F> & ObservationFigure> {

  private final ObservationKind<K, F> kind;
  private final List<K> keys;
  private final long[][] values;
  private final long keptHash;

  ObservationTable(ObservationKind<K, F> kind, List<K> keys, long[][] values, long keptHash) {
    this.kind = kind;
    this.keys = List.copyOf(keys);
    this.values = values;
    this.keptHash = keptHash;
  }

  /** A table without rows. */
  public static <K, F extends Enum<F> & ObservationFigure> ObservationTable<K, F> empty(
      ObservationKind<K, F> kind) {
    return new ObservationTable<>(kind, List.of(), new long[0][], -1L);
  }

  /** What it is made of. */
  public ObservationKind<K, F> kind() {
    return kind;
  }

  /** The number of rows. */
  public int size() {
    return keys.size();
  }

  /** The keys, in order. */
  public List<K> keys() {
    return keys;
  }

  /** The key of a row. */
  public K key(int row) {
    return keys.get(row);
  }

  /** A figure of a row; {@link ObservationFigure#neutral()} where nothing was added. */
  public long value(int row, F figure) {
    return values[row][figure.ordinal()];
  }

  /** The row of a key; negative if there is none. */
  public int rowOf(K key) {
    return Collections.binarySearch(keys, key, kind.order());
  }

  /** All figures of a row, in order; a copy. */
  public long[] row(int row) {
    return values[row].clone();
  }

  /** The highest hash (unsigned) of a key that stayed under a bound; −1 where all stayed. */
  public long keptHash() {
    return keptHash;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ObservationTable<?, ?> table
        && keptHash == table.keptHash
        && keys.equals(table.keys)
        && Arrays.deepEquals(values, table.values);
  }

  @Override
  public int hashCode() {
    return keys.hashCode() * 31 + Arrays.deepHashCode(values);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < size(); row++) {
      text.append(key(row)).append(' ').append(Arrays.toString(values[row])).append('\n');
    }
    return text.toString();
  }
}
