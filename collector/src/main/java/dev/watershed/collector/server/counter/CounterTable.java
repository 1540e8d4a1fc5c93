package dev.watershed.collector.server.counter;

import com.github.luben.zstd.Zstd;
import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;

/**
 * The counters of a server at one moment, packed and compressed by Zstandard: there is one table a
 * server, and it is looked at once a sample. A key whose counters all are zero need not be there.
 *
 * @param <K> what is counted: a record
 */
public final class CounterTable<K> {

  private static final int LEVEL = 1;

  /**
   * Behind so many microseconds a sum of times begins at nothing again, for performance_schema
   * counts picoseconds in 64 bits: that is 213 days, which many sessions together reach soon.
   */
  static final long TIMES_END_MICROS = Long.divideUnsigned(-1, 1_000_000);

  private final int width;
  private final int size;
  private final Optional<Packed<K>> packed;

  private CounterTable(int width, int size, Optional<Packed<K>> packed) {
    this.width = width;
    this.size = size;
    this.packed = packed;
  }

  /** The rows, as they are written. */
  private record Packed<K>(KeyCodec<K> codec, byte[] compressed, int length) {

    byte[] plain() {
      return Zstd.decompress(compressed, length);
    }
  }

  /**
   * A table of no rows.
   *
   * @param width how many counters a key has
   */
  public static <K> CounterTable<K> empty(int width) {
    return new CounterTable<>(width, 0, Optional.empty());
  }

  /** Collects rows. */
  public static final class Builder<K> {

    private final int width;
    private final KeyCodec<K> codec;
    private final Map<K, long[]> rows = new HashMap<>();

    /**
     * @param width how many counters a key has
     */
    public Builder(int width, KeyCodec<K> codec) {
      this.width = width;
      this.codec = codec;
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
      ByteWriter bytes = new ByteWriter();
      rows.forEach(
          (key, counters) -> {
            codec.write(key, bytes);
            for (long counter : counters) {
              bytes.number(counter);
            }
          });
      byte[] plain = bytes.toByteArray();
      byte[] compressed = Zstd.compress(plain, LEVEL);
      return new CounterTable<>(
          width, rows.size(), Optional.of(new Packed<>(codec, compressed, plain.length)));
    }
  }

  /** The number of keys. */
  public int size() {
    return size;
  }

  /** How many bytes the rows take. */
  long bytes() {
    return packed.map(rows -> (long) rows.compressed().length).orElse(0L);
  }

  /** Shows each row, in no order. */
  public void forEach(BiConsumer<K, long[]> rows) {
    if (packed.isEmpty()) {
      return;
    }
    ByteReader bytes = new ByteReader(packed.get().plain());
    try {
      for (int row = 0; row < size; row++) {
        K key = packed.get().codec().read(bytes);
        rows.accept(key, counters(bytes, width));
      }
    } catch (DamagedBytesException e) {
      throw new IllegalStateException("what was written cannot be read", e);
    }
  }

  /**
   * What was counted since an earlier look. A key of which a counter is smaller than it was has
   * been set back: then all that it shows counts, and what it showed before is left out. A time
   * that was large and is small has only begun at nothing again.
   *
   * @param times which counters, by their place in a row, are sums of times in microseconds
   */
  public CounterDifference<K> since(CounterTable<K> earlier, IntPredicate times) {
    Map<K, long[]> vanished = new HashMap<>();
    earlier.forEach(vanished::put);
    Map<K, long[]> changed = new HashMap<>();
    long[] resets = {0};
    forEach(
        (key, now) -> {
          long[] before = vanished.remove(key);
          boolean reset = before != null && shrank(before, now, times);
          long[] base = before == null || reset ? new long[width] : before;
          resets[0] += reset ? 1 : 0;
          if (!Arrays.equals(now, base)) {
            long[] difference = new long[width];
            Arrays.setAll(
                difference, i -> now[i] - base[i] + (now[i] < base[i] ? TIMES_END_MICROS : 0));
            changed.put(key, difference);
          }
        });
    return new CounterDifference<>(changed, resets[0], vanished.size());
  }

  private static boolean shrank(long[] before, long[] now, IntPredicate times) {
    boolean shrank = false;
    for (int i = 0; i < now.length; i++) {
      boolean beganAgain = times.test(i) && before[i] > TIMES_END_MICROS / 2;
      shrank |= now[i] < before[i] && !beganAgain;
    }
    return shrank;
  }

  private static long[] counters(ByteReader bytes, int width) throws DamagedBytesException {
    long[] counters = new long[width];
    for (int i = 0; i < width; i++) {
      counters[i] = bytes.number();
    }
    return counters;
  }

  /** How a key is written and read. */
  public interface KeyCodec<K> {

    void write(K key, ByteWriter bytes);

    K read(ByteReader bytes) throws DamagedBytesException;
  }

  /** Writes all rows. */
  public void encode(ByteWriter bytes) {
    bytes.number(width).number(size);
    packed.ifPresent(rows -> bytes.bytes(rows.plain()));
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
    Builder<K> rows = new Builder<>(width, codec);
    for (int row = 0; row < size; row++) {
      K key = codec.read(bytes);
      rows.add(key, counters(bytes, width));
    }
    return rows.build();
  }
}
