package dev.watershed.analyzer.catalog;

import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.CatalogGap;
import dev.watershed.workload.store.StoredCatalog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What the catalog of a server lacks: with some, a table that is not in it may exist.
 *
 * @param gaps at least one
 */
public record CatalogGaps(String server, List<CatalogGap> gaps) {

  public CatalogGaps {
    Objects.requireNonNull(server, "server");
    gaps = List.copyOf(gaps);
    if (gaps.isEmpty()) {
      throw new IllegalArgumentException("the catalog of " + server + " lacks nothing");
    }
  }

  /** Parts of a catalog that hold no tables: where they are unknown, no table is hidden. */
  private static final Set<String> WITHOUT_TABLES =
      Set.of(
          "views",
          "triggers",
          "routines",
          "parameters of routines",
          "events",
          "InnoDB's statistics",
          "cached pages");

  /** Parts of a catalog from which nothing is inferred that statements touch. */
  private static final Set<String> WITHOUT_TOUCHES =
      Set.of("events", "InnoDB's statistics", "cached pages");

  /** What catalogs lack, so that statements may touch more than what can be inferred. */
  public static List<CatalogGaps> ofTouches(List<StoredCatalog> catalogs) {
    List<CatalogGaps> all = new ArrayList<>();
    for (StoredCatalog stored : catalogs) {
      List<CatalogGap> gaps =
          ordered(stored.catalog().gaps(), "").stream()
              .filter(gap -> !WITHOUT_TOUCHES.contains(gap.place()))
              .toList();
      if (!gaps.isEmpty()) {
        all.add(new CatalogGaps(stored.server(), gaps));
      }
    }
    return all;
  }

  /** The gaps behind which a table may be. */
  static List<CatalogGap> hiding(Catalog catalog, String qualifiedName) {
    return catalog.gaps().stream().filter(gap -> mayHide(gap, catalog, qualifiedName)).toList();
  }

  private static boolean mayHide(CatalogGap gap, Catalog catalog, String qualifiedName) {
    boolean ofOtherObject =
        catalog.schemas().stream().anyMatch(schema -> gap.place().startsWith(schema.name() + "."));
    return gap.place().equalsIgnoreCase(qualifiedName)
        || !(WITHOUT_TABLES.contains(gap.place()) || ofOtherObject);
  }

  /**
   * Gaps with those of a table first, then those of a whole part of the catalog, such as all
   * triggers, then those of other objects and places.
   */
  static List<CatalogGap> ordered(List<CatalogGap> gaps, String qualifiedName) {
    return gaps.stream()
        .sorted(Comparator.comparingInt(gap -> distance(gap, qualifiedName)))
        .toList();
  }

  private static int distance(CatalogGap gap, String qualifiedName) {
    if (gap.place().equalsIgnoreCase(qualifiedName)) {
      return 0;
    }
    return gap.place().contains(".") ? 2 : 1;
  }
}
