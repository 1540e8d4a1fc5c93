package dev.watershed.collector.server.statements;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What is known of rows of the digest table, packed: a value takes the bytes that it is written as.
 * Every look at a value makes it anew, so that it is not to be held by whoever looks at many.
 *
 * @param <V> of values
 */
final class DigestMap<V> extends AbstractMap<DigestKey, V> {

  /** How a value is written and read. */
  interface Codec<V> {

    void write(V value, ByteWriter bytes);

    V read(ByteReader bytes) throws DamagedBytesException;
  }

  private final Codec<V> codec;
  private final DigestKeys keys;
  private final byte[] values;
  private final int[] starts;

  private DigestMap(Codec<V> codec, DigestKeys keys, byte[] values, int[] starts) {
    this.codec = codec;
    this.keys = keys;
    this.values = values;
    this.starts = starts;
  }

  /** A map as it is, or packed. */
  static <V> DigestMap<V> of(Codec<V> codec, Map<DigestKey, V> map) {
    if (map instanceof DigestMap<V> packed) {
      return packed;
    }
    Builder<V> builder = new Builder<>(codec);
    map.forEach(builder::put);
    return builder.build();
  }

  /** Collects values. */
  static final class Builder<V> {

    private static final int FIRST_CAPACITY = 16;

    private final Codec<V> codec;
    private final DigestKeys keys = new DigestKeys();
    private byte[] values = new byte[FIRST_CAPACITY * Long.BYTES];
    private int used;
    private int[] starts = new int[FIRST_CAPACITY];
    private final ByteWriter written = new ByteWriter();

    Builder(Codec<V> codec) {
      this.codec = codec;
    }

    /** Takes a value, in place of an earlier one of the key. */
    void put(DigestKey key, V value) {
      written.clear();
      codec.write(value, written);
      byte[] bytes = written.toByteArray();
      if (used + bytes.length > values.length) {
        int capacity = Math.addExact(values.length, values.length / 2);
        values = Arrays.copyOf(values, Math.max(used + bytes.length, capacity));
      }
      System.arraycopy(bytes, 0, values, used, bytes.length);
      int row = keys.addRow(key);
      if (row == starts.length) {
        starts = Arrays.copyOf(starts, row + row / 2);
      }
      starts[row] = used;
      used += bytes.length;
    }

    /** The value of a key so far. */
    Optional<V> find(DigestKey key) {
      int row = keys.row(key);
      return row < 0 ? Optional.empty() : Optional.of(DigestMap.read(codec, values, starts[row]));
    }

    /** The map; nothing is to be added afterwards. */
    DigestMap<V> build() {
      return new DigestMap<>(
          codec, keys.trimmed(), Arrays.copyOf(values, used), Arrays.copyOf(starts, keys.size()));
    }
  }

  /** How many bytes the arrays take. */
  long bytes() {
    return keys.bytes() + values.length + (long) Integer.BYTES * starts.length;
  }

  @Override
  public int size() {
    return keys.size();
  }

  @Override
  public boolean containsKey(Object key) {
    return keys.contains(key);
  }

  @Override
  public V get(Object key) {
    int row = key instanceof DigestKey some ? keys.row(some) : -1;
    return row < 0 ? null : value(row);
  }

  @Override
  public V getOrDefault(Object key, V otherwise) {
    V value = get(key);
    return value == null ? otherwise : value;
  }

  @Override
  public void forEach(BiConsumer<? super DigestKey, ? super V> action) {
    for (int row = 0; row < keys.size(); row++) {
      action.accept(keys.key(row), value(row));
    }
  }

  private V value(int row) {
    return read(codec, values, starts[row]);
  }

  private static <V> V read(Codec<V> codec, byte[] values, int start) {
    try {
      ByteReader bytes = new ByteReader(values);
      bytes.skip(start);
      return codec.read(bytes);
    } catch (DamagedBytesException e) {
      throw new IllegalStateException("what was written cannot be read", e);
    }
  }

  @Override
  public Set<DigestKey> keySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<DigestKey> iterator() {
        return keys.iterator();
      }

      @Override
      public int size() {
        return keys.size();
      }

      @Override
      public boolean contains(Object key) {
        return keys.contains(key);
      }
    };
  }

  @Override
  public Set<Map.Entry<DigestKey, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<DigestKey, V>> iterator() {
        Iterator<DigestKey> all = keys.iterator();
        return new Iterator<>() {
          private int row;

          @Override
          public boolean hasNext() {
            return all.hasNext();
          }

          @Override
          public Map.Entry<DigestKey, V> next() {
            return Map.entry(all.next(), value(row++));
          }
        };
      }

      @Override
      public int size() {
        return keys.size();
      }
    };
  }
}
