package dev.watershed.collector.server.catalog;

import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.TableStatistics;
import java.time.Instant;
import java.util.List;

/** Whether two catalogs say the same, but for when they were read. */
final class SameCatalog {

  private SameCatalog() {}

  static boolean same(Catalog one, Catalog other) {
    return timeless(one).equals(timeless(other));
  }

  private static Catalog timeless(Catalog catalog) {
    List<TableStatistics> statistics =
        catalog.statistics().stream().map(SameCatalog::timeless).toList();
    return new Catalog(
        Instant.EPOCH,
        catalog.serverVersion(),
        catalog.schemas(),
        statistics,
        catalog.migrations(),
        catalog.gaps());
  }

  private static TableStatistics timeless(TableStatistics table) {
    return new TableStatistics(
        table.schema(),
        table.table(),
        Instant.EPOCH,
        table.rows(),
        table.dataBytes(),
        table.indexBytes(),
        table.freeBytes(),
        table.autoIncrement(),
        table.autoIncrementLimit(),
        table.indexes());
  }
}
