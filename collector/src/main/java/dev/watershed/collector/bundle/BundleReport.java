package dev.watershed.collector.bundle;

import dev.watershed.collector.catalog.CatalogReport;
import dev.watershed.collector.follow.FollowReport;
import java.util.List;
import java.util.Objects;

/**
 * What became of a bundle.
 *
 * @param older whether it was refused, for all that it holds is older than what the store holds
 * @param samples its windows, what is to be known, and what failed
 * @param catalogs what its catalogs were like
 */
public record BundleReport(boolean older, FollowReport samples, List<CatalogReport> catalogs) {

  public BundleReport {
    Objects.requireNonNull(samples, "samples");
    catalogs = List.copyOf(catalogs);
  }
}
