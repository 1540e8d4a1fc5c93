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

  /**
   * The index of a name.
   *
   * @param quoted whether the name stood in back-ticks, in which a back-tick is doubled
   */
  int indexOf(byte[] bytes, int from, int to, boolean quoted) {
    if (generation != builder.generation()) {
      generation = builder.generation();
      Arrays.fill(cache, null);
    }
    long hash = Words.hash(bytes, from, to);
    int slot = (int) (hash ^ hash >>> 32) & CACHE_SLOTS - 1;
    Entry entry = cache[slot];
    if (entry != null
        && !quoted
        && Arrays.equals(entry.name, 0, entry.name.length, bytes, from, to)) {
      return entry.index;
    }
    byte[] name = Arrays.copyOfRange(bytes, from, to);
    String text = new String(name, StandardCharsets.UTF_8);
    int index = builder.schemaIndex(quoted ? text.replace("``", "`") : text);
    if (!quoted) {
      cache[slot] = new Entry(name, index);
    }
    return index;
  }
}
