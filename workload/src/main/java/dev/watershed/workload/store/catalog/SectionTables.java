package dev.watershed.workload.store.catalog;

import dev.watershed.workload.store.column.Compression;
import dev.watershed.workload.store.column.TableWriter;
import dev.watershed.workload.store.window.WindowSection;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;

/** The tables of a window while it is written. One without rows is left out: it reads the same. */
final class SectionTables {

  private static final Compression COMPRESSION = Compression.ZSTD;

  private final Map<WindowSection, ByteBuffer> tables = new EnumMap<>(WindowSection.class);

  void add(WindowSection section, int rows, TableWriter table) {
    if (rows > 0) {
      tables.put(section, table.encode(COMPRESSION));
    }
  }

  Map<WindowSection, ByteBuffer> tables() {
    return tables;
  }
}
