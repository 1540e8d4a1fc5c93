package dev.watershed.collector.server.counter;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The counters of a server at one moment. A key whose counters all are zero need not be there.
 *
 * @param <K> what is counted: a record
 */
public final class CounterTable<K> {

  private final int width;
  private final Map<K, long[]> rows;

  private CounterTable(int width, Map<K, long[]> rows) {
    this.width = width;
    this.rows = rows;
  }

  /**
   * A table of no rows.
   *
   * @param width how many counters a key has
   */
  public static <K> CounterTable<K> empty(int width) {
    return new CounterTable<>(width, Map.of());
  }

  /** Collects rows. */
  public static final class Builder<K> {

    private final int width;
    private final Map<K, long[]> rows = new HashMap<>();

    public Builder(int width) {
      this.width = width;
    }

    /** Adds the counters of a key; those of a key that comes again are summed. */
    public void add(K key, long[] counters) {
      if (counters.length != width) {
        throw new IllegalArgumentException(counters.length + " counters, not " + width);
      }
      long[] row = rows.computeIfAbsent(key, added -> new long[width]);
      Arrays.setAll(row, i -> row[i] + counters[i]);
    }

    public CounterTable<K> build() {
      return new CounterTable<>(width, new HashMap<>(rows));
    }
  }

  /** The number of keys. */
  public int size() {
    return rows.size();
  }

  /** Shows each row, in no order; the counters must not be changed. */
  public void forEach(BiConsumer<K, long[]> rows) {
    this.rows.forEach(rows);
  }

  /**
   * What was counted since an earlier look. A key of which a counter is smaller than it was has
   * been set back: then all that it shows counts, and what it showed before is left out.
   */
  public CounterDifference<K> since(CounterTable<K> earlier) {
    Map<K, long[]> changed = new HashMap<>();
    long resets = 0;
    for (Map.Entry<K, long[]> row : rows.entrySet()) {
      long[] now = row.getValue();
      long[] before = earlier.rows.getOrDefault(row.getKey(), new long[width]);
      boolean reset = false;
      for (int i = 0; i < width; i++) {
        reset |= now[i] < before[i];
      }
      long[] base = reset ? new long[width] : before;
      resets += reset ? 1 : 0;
      if (!Arrays.equals(now, base)) {
        long[] difference = new long[width];
        Arrays.setAll(difference, i -> now[i] - base[i]);
        changed.put(row.getKey(), difference);
      }
    }
    long vanished = earlier.rows.keySet().stream().filter(key -> !rows.containsKey(key)).count();
    return new CounterDifference<>(changed, resets, vanished);
  }

  /** How a key is written and read. */
  public interface KeyCodec<K> {

    void write(K key, ByteWriter bytes);

    K read(ByteReader bytes) throws DamagedBytesException;
  }

  /** Writes all rows. */
  public void encode(ByteWriter bytes, KeyCodec<K> codec) {
    bytes.number(width).number(rows.size());
    rows.forEach(
        (key, counters) -> {
          codec.write(key, bytes);
          for (long counter : counters) {
            bytes.number(counter);
          }
        });
  }

  /**
   * Reads them.
   *
   * @throws DamagedBytesException if they are none, or of another width
   */
  public static <K> CounterTable<K> decode(ByteReader bytes, KeyCodec<K> codec, int width)
      throws DamagedBytesException {
    long written = bytes.number();
    if (written != width) {
      throw new DamagedBytesException(written + " counters, not " + width);
    }
    int size = bytes.count(width);
    Builder<K> rows = new Builder<>(width);
    for (int row = 0; row < size; row++) {
      K key = codec.read(bytes);
      long[] counters = new long[width];
      for (int i = 0; i < width; i++) {
        counters[i] = bytes.number();
      }
      rows.add(key, counters);
    }
    return rows.build();
  }
}
