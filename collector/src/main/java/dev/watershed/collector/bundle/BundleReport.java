package dev.watershed.collector.bundle;

import dev.watershed.collector.follow.FollowReport;
import java.util.Objects;

/**
 * What became of a bundle.
 *
 * @param older whether it was refused, for all that it holds is older than what the store holds
 * @param samples its windows, what is to be known, and what failed
 * @param catalogs how many catalogs were put in place
 */
public record BundleReport(boolean older, FollowReport samples, int catalogs) {

  public BundleReport {
    Objects.requireNonNull(samples, "samples");
  }
}
