package dev.watershed.collector.slowlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Names read from bytes, under dense ids: bytes seen before are found again by comparing them,
 * others are read and looked up. Of too many different bytes, by number or by length, all are
 * forgotten; ids hold all the same, so that of too many names the owner begins anew: see {@link
 * #full}.
 */
final class ByteNames<T> {

  private static final int FIRST_SLOTS = 1 << 10;
  private static final int MOST = 1 << 16;
  private static final int MOST_BYTES = 8 << 20;

  private final Function<byte[], T> reader;
  private byte[][] seen = new byte[FIRST_SLOTS][];
  private int[] ids = new int[FIRST_SLOTS];
  private int size;
  private long rememberedBytes;
  private final Map<T, Integer> idsByName = new HashMap<>();
  private final List<T> names = new ArrayList<>();

  ByteNames(Function<byte[], T> reader) {
    this.reader = reader;
  }

  /** The id of the name in {@code [from, to)}, which is padded. */
  int idOf(byte[] bytes, int from, int to) {
    int mask = seen.length - 1;
    int slot = slot(bytes, from, to, mask);
    while (seen[slot] != null) {
      byte[] known = seen[slot];
      if (known.length - Words.PADDING == to - from && Words.equal(known, 0, bytes, from, to)) {
        return ids[slot];
      }
      slot = slot + 1 & mask;
    }
    return read(bytes, from, to);
  }

  /** Whether there are so many names that the owner should forget all ids, and these with them. */
  boolean full() {
    return names.size() >= MOST;
  }

  /** The length of all that is remembered: of one that is longer than 8 MiB, or less than that. */
  long rememberedBytes() {
    return rememberedBytes;
  }

  T name(int id) {
    return names.get(id);
  }

  private int read(byte[] bytes, int from, int to) {
    int id =
        idsByName.computeIfAbsent(reader.apply(Arrays.copyOfRange(bytes, from, to)), this::add);
    if (size == MOST || rememberedBytes + to - from > MOST_BYTES) {
      Arrays.fill(seen, null);
      size = 0;
      rememberedBytes = 0;
    } else if (size * 2 == seen.length) {
      grow();
    }
    byte[] own = new byte[to - from + Words.PADDING];
    System.arraycopy(bytes, from, own, 0, to - from);
    put(own, id);
    rememberedBytes += to - from;
    return id;
  }

  private int add(T name) {
    names.add(name);
    return names.size() - 1;
  }

  private void put(byte[] own, int id) {
    int mask = seen.length - 1;
    int slot = slot(own, 0, own.length - Words.PADDING, mask);
    while (seen[slot] != null) {
      slot = slot + 1 & mask;
    }
    seen[slot] = own;
    ids[slot] = id;
    size++;
  }

  private void grow() {
    byte[][] before = seen;
    int[] idsBefore = ids;
    seen = new byte[before.length * 2][];
    ids = new int[before.length * 2];
    size = 0;
    for (int slot = 0; slot < before.length; slot++) {
      if (before[slot] != null) {
        put(before[slot], idsBefore[slot]);
      }
    }
  }

  private static int slot(byte[] bytes, int from, int to, int mask) {
    long hash = Words.hash(bytes, from, to);
    return (int) (hash ^ hash >>> 32) & mask;
  }
}
