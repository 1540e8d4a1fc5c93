package dev.watershed.collector.slowlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Names read from bytes, under dense ids: the bytes seen last are found again by comparing them,
 * the others are read and looked up.
 */
final class ByteNames<T> {

  private static final int SLOTS = 1 << 12;

  private final Function<byte[], T> reader;
  private final byte[][] seen = new byte[SLOTS][];
  private final int[] ids = new int[SLOTS];
  private final Map<T, Integer> idsByName = new HashMap<>();
  private final List<T> names = new ArrayList<>();

  ByteNames(Function<byte[], T> reader) {
    this.reader = reader;
  }

  /** The id of the name in {@code [from, to)}, which is padded. */
  int idOf(byte[] bytes, int from, int to) {
    long hash = Words.hash(bytes, from, to);
    int slot = (int) (hash ^ hash >>> 32) & SLOTS - 1;
    byte[] known = seen[slot];
    if (known != null && Arrays.equals(known, 0, known.length, bytes, from, to)) {
      return ids[slot];
    }
    byte[] own = Arrays.copyOfRange(bytes, from, to);
    int id = idsByName.computeIfAbsent(reader.apply(own), this::add);
    seen[slot] = own;
    ids[slot] = id;
    return id;
  }

  T name(int id) {
    return names.get(id);
  }

  private int add(T name) {
    names.add(name);
    return names.size() - 1;
  }
}
