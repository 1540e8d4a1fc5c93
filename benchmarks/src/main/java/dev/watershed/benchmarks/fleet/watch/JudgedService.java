package dev.watershed.benchmarks.fleet.watch;

import dev.watershed.analyzer.attribution.Interval;

/**
 * What was estimated of a service on a server, and what the server's log says of the time counted.
 *
 * @param server where
 * @param service whose; empty for those whom the configuration does not name
 * @param trueShare its part of the time counted, by the log, 0 to 1
 * @param estimate its part of the time counted, by samples
 */
public record JudgedService(String server, String service, double trueShare, Interval estimate) {

  /** Whether the truth lies in the interval. */
  public boolean inside() {
    return estimate.contains(trueShare);
  }
}
