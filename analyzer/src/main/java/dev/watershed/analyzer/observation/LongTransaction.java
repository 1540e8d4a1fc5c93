package dev.watershed.analyzer.observation;

import java.time.Instant;
import java.util.Objects;

/**
 * Transactions that were open for long.
 *
 * @param server where
 * @param party whose
 * @param transactions how many were seen
 * @param longestMicros the longest time that one had been open
 * @param samples how often one was seen
 * @param idleSamples how often its connection executed nothing
 * @param rowsLocked the most row locks that one held
 * @param rowsModified the most rows that one had changed
 * @param lastSeen when one was last seen
 */
public record LongTransaction(
    String server,
    Party party,
    long transactions,
    long longestMicros,
    long samples,
    long idleSamples,
    long rowsLocked,
    long rowsModified,
    Instant lastSeen) {

  public LongTransaction {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(party, "party");
    Objects.requireNonNull(lastSeen, "lastSeen");
  }
}
