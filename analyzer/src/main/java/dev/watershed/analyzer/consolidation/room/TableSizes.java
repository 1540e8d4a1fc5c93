package dev.watershed.analyzer.consolidation.room;

import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.workload.catalog.Catalog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;

/** How many bytes tables take, with their indexes. */
public final class TableSizes {

  private static final double MEBIBYTE = 1 << 20;

  private record Key(String dataSet, String schema, String table) {}

  private final Map<Key, Long> bytes;

  private TableSizes(Map<Key, Long> bytes) {
    this.bytes = Map.copyOf(bytes);
  }

  /** By the statistics of catalogs; what has none is unknown. */
  public static TableSizes of(SortedMap<String, Catalog> catalogs) {
    Map<Key, Long> bytes = new HashMap<>();
    catalogs.forEach(
        (data, catalog) ->
            catalog
                .statistics()
                .forEach(
                    table ->
                        table
                            .dataBytes()
                            .ifPresent(
                                size ->
                                    bytes.put(
                                        new Key(data, table.schema(), table.table()),
                                        size + table.indexBytes().orElse(0)))));
    return new TableSizes(bytes);
  }

  /** The size of a table; empty if unknown. */
  public OptionalLong of(CoupledTable table) {
    Long size = bytes.get(new Key(table.dataSet(), table.schema(), table.name()));
    return size == null ? OptionalLong.empty() : OptionalLong.of(size);
  }

  /** The size of some tables in words. */
  public Saying text(List<CoupledTable> tables) {
    long sum = 0;
    int unknown = 0;
    for (CoupledTable table : tables) {
      OptionalLong size = of(table);
      sum += size.orElse(0);
      unknown += size.isEmpty() ? 1 : 0;
    }
    if (unknown == tables.size()) {
      return Saying.of("size.unknown", "of unknown size");
    }
    Saying known = Saying.of("size.mebibytes", "{0} MiB", Saying.grouped(sum / MEBIBYTE, 1));
    return unknown == 0
        ? known
        : Saying.of("size.in-part", "{0}, and {1} of unknown size", known, unknown);
  }
}
