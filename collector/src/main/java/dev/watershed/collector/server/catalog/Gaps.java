package dev.watershed.collector.server.catalog;

import dev.watershed.workload.catalog.CatalogGap;
import java.util.ArrayList;
import java.util.List;

/** What could not be read so far. */
final class Gaps {

  private final List<CatalogGap> gaps = new ArrayList<>();

  void add(String place, String reason) {
    gaps.add(new CatalogGap(place, reason));
  }

  List<CatalogGap> all() {
    return List.copyOf(gaps);
  }
}
