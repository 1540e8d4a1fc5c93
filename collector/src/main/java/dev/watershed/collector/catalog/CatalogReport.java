package dev.watershed.collector.catalog;

import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.CatalogChange;
import dev.watershed.workload.catalog.CatalogGap;
import dev.watershed.workload.catalog.CatalogSize;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a look at the catalog of a server gave.
 *
 * @param stored whether it was put into the store; not if the store has the same
 * @param size how many objects it holds
 * @param change how these differ from those of the last one in the store
 * @param gaps what it lacks
 * @param notes what it lacks and the last one did not, a line each; what follows the first twenty
 *     is counted
 */
public record CatalogReport(
    boolean stored,
    CatalogSize size,
    CatalogChange change,
    List<CatalogGap> gaps,
    List<String> notes) {

  private static final int MOST_NOTES = 20;

  public CatalogReport {
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(change, "change");
    gaps = List.copyOf(gaps);
    notes = List.copyOf(notes);
  }

  /**
   * Compares a catalog with the one before.
   *
   * @param before the last one in the store, if there is one
   */
  public static CatalogReport of(Optional<Catalog> before, Catalog catalog, boolean stored) {
    Set<CatalogGap> known = new HashSet<>(before.map(Catalog::gaps).orElse(List.of()));
    return new CatalogReport(
        stored,
        CatalogSize.of(catalog),
        CatalogChange.between(before, catalog),
        catalog.gaps(),
        notes(catalog.gaps().stream().filter(gap -> !known.contains(gap)).toList()));
  }

  private static List<String> notes(List<CatalogGap> gaps) {
    List<String> notes = new ArrayList<>();
    gaps.stream().limit(MOST_NOTES).forEach(gap -> notes.add(gap.place() + ": " + gap.reason()));
    if (gaps.size() > MOST_NOTES) {
      notes.add("… and " + (gaps.size() - MOST_NOTES) + " more that could not be read");
    }
    return notes;
  }
}
