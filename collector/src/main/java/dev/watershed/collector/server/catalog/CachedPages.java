package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.catalog.query.CachedPagesQuery;
import dev.watershed.collector.server.catalog.query.TableKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many pages of each index are in the buffer pool. */
final class CachedPages {

  private CachedPages() {}

  /** Per table and index; partitions are added up. An index without pages in memory has 0. */
  static Map<IndexKey, Long> of(
      List<CachedPagesQuery.TableRow> tables,
      List<CachedPagesQuery.IndexRow> indexes,
      List<CachedPagesQuery.PagesRow> pages) {
    Map<Long, TableKey> tablesById = new HashMap<>();
    for (CachedPagesQuery.TableRow table : tables) {
      Optional<TableKey> key = InnodbName.of(table.name());
      key.ifPresent(known -> tablesById.put(table.id(), known));
    }
    Map<Long, Long> pagesById = new HashMap<>();
    for (CachedPagesQuery.PagesRow row : pages) {
      pagesById.merge(row.indexId(), row.pages(), Long::sum);
    }
    Map<IndexKey, Long> cached = new HashMap<>();
    for (CachedPagesQuery.IndexRow index : indexes) {
      TableKey table = tablesById.get(index.tableId());
      if (table != null) {
        cached.merge(
            new IndexKey(table, index.name()), pagesById.getOrDefault(index.id(), 0L), Long::sum);
      }
    }
    return cached;
  }
}
