package dev.watershed.workload.observation;

import dev.watershed.workload.LowestHashes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Figures per key while they are collected. Beyond the bound the keys with the lowest hashes stay,
 * and all others are one row ({@link LowestHashes}): whichever way the input was cut, the result is
 * the same.
 *
 * @param <K> what a row is of
 * @param <F> the figures
 */
public final class ObservationRows<K, F extends Enum<F> & ObservationFigure> {

  private final ObservationKind<K, F> kind;
  private final int bound;
  private final Map<K, long[]> rows = new HashMap<>();
  private long keptHash = -1L;

  /**
   * @param bound how many keys stay, beside the lumped one
   */
  public ObservationRows(ObservationKind<K, F> kind, int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("a table keeps at least one row: " + bound);
    }
    this.kind = kind;
    this.bound = bound;
  }

  /** Adds to one figure of a key. */
  public void add(K key, F figure, long value) {
    long[] row = rowOf(key);
    row[figure.ordinal()] = figure.merged(row[figure.ordinal()], value);
  }

  /** Adds to all figures of a key, in order. */
  public void add(K key, long[] figures) {
    merge(figures, rowOf(key));
  }

  /** Takes over the rows of a table, and what it lumped. */
  public void merge(ObservationTable<K, F> table) {
    lowerKeptHash(table.keptHash());
    for (int row = 0; row < table.size(); row++) {
      add(table.key(row), table.row(row));
    }
  }

  /** Lets keys above a hash be lumped, as another table did. */
  public void lowerKeptHash(long hash) {
    if (!LowestHashes.stays(keptHash, hash)) {
      keptHash = hash;
      lump();
    }
  }

  /** What was collected, under the bound. */
  public ObservationTable<K, F> build() {
    applyBound();
    List<K> keys = new ArrayList<>(rows.keySet());
    keys.sort(kind.order());
    long[][] values = new long[keys.size()][];
    for (int row = 0; row < values.length; row++) {
      values[row] = rows.get(keys.get(row)).clone();
    }
    return new ObservationTable<>(kind, keys, values, keptHash);
  }

  private long[] rowOf(K key) {
    long[] row = rows.get(key);
    if (row != null) {
      return row;
    }
    K kept = stays(key) ? key : kind.lumped();
    if (rows.size() > 2L * bound) {
      applyBound();
      kept = stays(key) ? key : kind.lumped();
    }
    return rows.computeIfAbsent(kept, added -> neutral());
  }

  private boolean stays(K key) {
    return key.equals(kind.lumped()) || LowestHashes.stays(kind.hash().applyAsLong(key), keptHash);
  }

  private void applyBound() {
    long[] hashes =
        rows.keySet().stream()
            .filter(key -> !key.equals(kind.lumped()))
            .mapToLong(kind.hash())
            .toArray();
    lowerKeptHash(LowestHashes.threshold(hashes, bound));
  }

  private void lump() {
    List<K> beyond = rows.keySet().stream().filter(key -> !stays(key)).toList();
    for (K key : beyond) {
      long[] row = rows.remove(key);
      merge(row, rows.computeIfAbsent(kind.lumped(), added -> neutral()));
    }
  }

  private void merge(long[] source, long[] target) {
    for (F figure : kind.figures()) {
      int place = figure.ordinal();
      target[place] = figure.merged(target[place], source[place]);
    }
  }

  private long[] neutral() {
    return kind.figures().stream().mapToLong(ObservationFigure::neutral).toArray();
  }
}
