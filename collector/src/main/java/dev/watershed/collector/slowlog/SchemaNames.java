package dev.watershed.collector.slowlog;

import dev.watershed.workload.WorkloadBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** From a schema name's bytes to its index; names seen before are found without allocation. */
final class SchemaNames {

  private static final int UNKNOWN = -1;

  private final WorkloadBuilder builder;
  private ByteNames<String> names = names();
  private int[] indexes = {};
  private int generation;

  SchemaNames(WorkloadBuilder builder) {
    this.builder = builder;
  }

  private static ByteNames<String> names() {
    return new ByteNames<>(name -> new String(name, StandardCharsets.UTF_8));
  }

  /**
   * The index of a name.
   *
   * @param bytes padded
   * @param quoted whether the name stood in back-ticks, in which a back-tick is doubled
   */
  int indexOf(byte[] bytes, int from, int to, boolean quoted) {
    if (quoted) {
      String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
      return builder.schemaIndex(text.replace("``", "`"));
    }
    boolean full = names.full();
    if (full) {
      names = names();
    }
    if (full || generation != builder.generation()) {
      generation = builder.generation();
      Arrays.fill(indexes, UNKNOWN);
    }
    int id = names.idOf(bytes, from, to);
    if (id >= indexes.length) {
      int known = indexes.length;
      indexes = Arrays.copyOf(indexes, Math.max(16, id * 2));
      Arrays.fill(indexes, known, indexes.length, UNKNOWN);
    }
    if (indexes[id] == UNKNOWN) {
      indexes[id] = builder.schemaIndex(names.name(id));
    }
    return indexes[id];
  }
}
