package dev.watershed.spark.bundle;

import dev.watershed.reports.CollectedCatalog;
import dev.watershed.reports.CollectedSource;
import dev.watershed.reports.MissedLooks;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@link CollectedSource} on its way from a task to the driver. All looks of a bundle were made,
 * or are failures.
 *
 * @param catalogs what was found of a catalog, at most one
 */
record BundledSource(
    String server,
    String source,
    long windows,
    long events,
    ArrayList<String> notes,
    ArrayList<String> failures,
    ArrayList<CollectedCatalog> catalogs)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  static BundledSource of(CollectedSource source) {
    return new BundledSource(
        source.server(),
        source.source(),
        source.windows(),
        source.events(),
        new ArrayList<>(source.notes()),
        new ArrayList<>(source.failures()),
        new ArrayList<>(source.catalog().map(List::of).orElse(List.of())));
  }

  /** With further failures. */
  CollectedSource collected(List<String> more) {
    List<String> all = new ArrayList<>(failures);
    all.addAll(more);
    Optional<CollectedCatalog> catalog = catalogs.stream().findFirst();
    return new CollectedSource(
        server, source, windows, events, notes, all, MissedLooks.NONE, catalog);
  }
}
