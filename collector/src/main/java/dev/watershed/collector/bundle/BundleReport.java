package dev.watershed.collector.bundle;

import dev.watershed.collector.follow.FollowReport;
import java.util.Objects;

/**
 * What became of a bundle.
 *
 * @param samples its windows, what is to be known, and what failed
 * @param catalogs how many catalogs were put in place
 */
public record BundleReport(FollowReport samples, int catalogs) {

  public BundleReport {
    Objects.requireNonNull(samples, "samples");
  }
}
