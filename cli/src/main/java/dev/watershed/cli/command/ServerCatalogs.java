package dev.watershed.cli.command;

import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.store.SkippedFile;
import dev.watershed.workload.store.StoreSnapshot;
import dev.watershed.workload.store.StoredCatalog;
import dev.watershed.workload.store.StoredCatalogs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The catalogs of servers at the end of a span, or where none was collected by then, the newest of
 * all.
 *
 * @param byServer those that there are
 * @param later servers whose catalog was collected after the span, in order
 * @param skipped files that could not be read
 */
record ServerCatalogs(
    Map<String, Catalog> byServer, List<String> later, List<SkippedFile> skipped) {

  ServerCatalogs {
    byServer = Map.copyOf(byServer);
    later = List.copyOf(later);
    skipped = List.copyOf(skipped);
  }

  /**
   * Reads them.
   *
   * @param read told of each catalog as soon as it is there
   */
  static ServerCatalogs of(StoreSnapshot snapshot, Set<String> servers, Consumer<Catalog> read)
      throws IOException {
    StoredCatalogs stored = snapshot.catalogs();
    Set<SkippedFile> skipped = new LinkedHashSet<>(stored.skipped());
    SortedMap<String, Catalog> catalogs = new TreeMap<>();
    stored.catalogs().forEach(each -> catalogs.put(each.server(), each.catalog()));
    List<String> later = new ArrayList<>();
    if (!catalogs.keySet().containsAll(servers)) {
      StoredCatalogs newest = snapshot.newestCatalogs();
      skipped.addAll(newest.skipped());
      for (StoredCatalog each : newest.catalogs()) {
        if (servers.contains(each.server())
            && catalogs.putIfAbsent(each.server(), each.catalog()) == null) {
          later.add(each.server());
        }
      }
    }
    catalogs.keySet().retainAll(servers);
    catalogs.values().forEach(read);
    return new ServerCatalogs(catalogs, later, List.copyOf(skipped));
  }
}
