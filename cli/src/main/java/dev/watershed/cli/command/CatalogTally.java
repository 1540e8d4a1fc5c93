package dev.watershed.cli.command;

import dev.watershed.collector.catalog.CatalogReport;
import dev.watershed.reports.CollectedCatalog;
import java.util.Optional;

/** What the looks at the catalog of one server gave together. */
final class CatalogTally {

  private Optional<CollectedCatalog> catalog = Optional.empty();
  private long windows;

  void add(CatalogReport report) {
    windows += report.stored() ? 1 : 0;
    catalog =
        Optional.of(
            new CollectedCatalog(
                report.size(),
                catalog
                    .map(earlier -> earlier.change().then(report.change()))
                    .orElse(report.change()),
                report.gaps()));
  }

  /** How many were put into the store. */
  long windows() {
    return windows;
  }

  /** The last one, and how it differs from what the store had before; empty if there was none. */
  Optional<CollectedCatalog> catalog() {
    return catalog;
  }
}
