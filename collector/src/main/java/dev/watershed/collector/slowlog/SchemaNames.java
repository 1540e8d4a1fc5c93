package dev.watershed.collector.slowlog;

import dev.watershed.workload.WorkloadBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** From a schema name's bytes to its index; the last names seen are found without allocation. */
final class SchemaNames {

  private static final int CACHE_SLOTS = 256;

  private static final class Entry {
    private final byte[] name;
    private final int index;

    Entry(byte[] name, int index) {
      this.name = name;
      this.index = index;
    }
  }

  private final WorkloadBuilder builder;
  private final Entry[] cache = new Entry[CACHE_SLOTS];
  private int generation;

  SchemaNames(WorkloadBuilder builder) {
    this.builder = builder;
  }

  int indexOf(byte[] bytes, int from, int to) {
    if (generation != builder.generation()) {
      generation = builder.generation();
      Arrays.fill(cache, null);
    }
    long hash = Words.hash(bytes, from, to);
    int slot = (int) (hash ^ hash >>> 32) & CACHE_SLOTS - 1;
    Entry entry = cache[slot];
    if (entry != null && Arrays.equals(entry.name, 0, entry.name.length, bytes, from, to)) {
      return entry.index;
    }
    byte[] name = Arrays.copyOfRange(bytes, from, to);
    int index = builder.schemaIndex(new String(name, StandardCharsets.UTF_8));
    cache[slot] = new Entry(name, index);
    return index;
  }
}
