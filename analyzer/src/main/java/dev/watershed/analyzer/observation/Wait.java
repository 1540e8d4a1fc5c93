package dev.watershed.analyzer.observation;

import java.time.Instant;
import java.util.Objects;

/**
 * Who waited for a lock of whom.
 *
 * @param server where
 * @param schema of the object; empty if it is not known or has none
 * @param object the table; of metadata locks, whatever is locked; empty if it is not known
 * @param detail the index whose records are locked; of metadata locks, the kind of object and the
 *     lock that is waited for; empty if it is not known
 * @param waiting who waits
 * @param blocking who holds the lock; what took it may have been an earlier statement than its own
 * @param waits how many were seen
 * @param waitedMicros the time waited, estimated by samples
 * @param longestMicros the longest age of one when it was seen
 * @param samples how often one was seen
 * @param blockerIdleSamples how often the blocker executed nothing
 * @param lastSeen when one was last seen
 */
public record Wait(
    String server,
    String schema,
    String object,
    String detail,
    Party waiting,
    Party blocking,
    long waits,
    long waitedMicros,
    long longestMicros,
    long samples,
    long blockerIdleSamples,
    Instant lastSeen) {

  public Wait {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(object, "object");
    Objects.requireNonNull(detail, "detail");
    Objects.requireNonNull(waiting, "waiting");
    Objects.requireNonNull(blocking, "blocking");
    Objects.requireNonNull(lastSeen, "lastSeen");
  }
}
