package dev.watershed.analyzer.attribution;

import java.util.List;
import java.util.Objects;

/**
 * Whose time a statement takes.
 *
 * @param digest the statement; 0 for those that could not be told
 * @param services the largest share first; what no service claims is one of them
 * @param unseen the share of any one service that was not seen: none, and at most so much
 * @param counts all samples of the statement
 */
public record DigestShares(
    long digest, List<ServiceShare> services, Interval unseen, SampleCounts counts) {

  public DigestShares {
    services = List.copyOf(services);
    Objects.requireNonNull(unseen, "unseen");
    Objects.requireNonNull(counts, "counts");
  }
}
