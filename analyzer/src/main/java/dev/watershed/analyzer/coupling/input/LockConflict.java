package dev.watershed.analyzer.coupling.input;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * A party waited for a row lock that another one held, by samples.
 *
 * @param waiting the index of the party that waits
 * @param blocking the index of the one that holds the lock
 * @param dataSet where
 * @param table the index of the table; empty if it is unknown
 * @param waitingDigest 0 if it could not be told
 * @param blockingDigest what that one executes or executed last; 0 if it could not be told
 * @param waits how many were seen
 * @param waitedMicros the time waited, estimated by samples
 */
public record LockConflict(
    int waiting,
    int blocking,
    String dataSet,
    OptionalInt table,
    long waitingDigest,
    long blockingDigest,
    long waits,
    long waitedMicros) {

  public LockConflict {
    Objects.requireNonNull(dataSet, "dataSet");
    Objects.requireNonNull(table, "table");
  }
}
