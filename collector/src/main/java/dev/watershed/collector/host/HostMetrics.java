package dev.watershed.collector.host;

import java.util.List;

/**
 * What a file of a host's metrics holds.
 *
 * @param samples its rows, in the order of the file
 * @param issues what could not be read, as {@code path:line: what; expected what}: the first ones
 * @param issueCount how many there are
 */
public record HostMetrics(List<HostSample> samples, List<String> issues, long issueCount) {

  public HostMetrics {
    samples = List.copyOf(samples);
    issues = List.copyOf(issues);
  }
}
