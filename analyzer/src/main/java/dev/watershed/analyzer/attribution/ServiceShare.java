package dev.watershed.analyzer.attribution;

import dev.watershed.analyzer.service.Attribution;
import java.util.Objects;

/**
 * The part of a service in the time of a statement.
 *
 * @param service whose it is; {@link Attribution#NONE} for what no service claims
 * @param share 0 to 1
 * @param counts the samples behind it
 */
public record ServiceShare(Attribution service, Interval share, SampleCounts counts) {

  public ServiceShare {
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(share, "share");
    Objects.requireNonNull(counts, "counts");
  }
}
