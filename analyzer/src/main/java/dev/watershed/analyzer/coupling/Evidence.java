package dev.watershed.analyzer.coupling;

import java.util.Objects;

/**
 * A statement that proves a finding, by one party.
 *
 * @param digest the 64-bit id of its text
 * @param timeSeconds the sum of its execution times
 * @param estimated whether samples say whose it is
 */
public record Evidence(
    long digest,
    String fingerprint,
    String dataSet,
    String party,
    double calls,
    double callsPerSecond,
    double timeSeconds,
    boolean estimated) {

  public Evidence {
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(dataSet, "dataSet");
    Objects.requireNonNull(party, "party");
  }
}
