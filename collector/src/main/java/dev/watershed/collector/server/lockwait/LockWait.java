package dev.watershed.collector.server.lockwait;

import dev.watershed.collector.server.running.SeenSession;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A session that waits for another one.
 *
 * @param waitingThread as the server numbers it
 * @param blockingThread likewise
 * @param lockId of the lock that is waited for, as MySQL names it
 * @param table as MariaDB names it
 * @param index whose records are locked, if the server tells
 * @param ageMicros how long the wait has lasted, if the server tells
 * @param waiting what waits
 * @param blocking what it waits for
 */
record LockWait(
    long waitingThread,
    long blockingThread,
    Optional<String> lockId,
    Optional<String> table,
    Optional<String> index,
    OptionalLong ageMicros,
    SeenSession waiting,
    SeenSession blocking) {

  LockWait {
    Objects.requireNonNull(lockId, "lockId");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(index, "index");
    Objects.requireNonNull(ageMicros, "ageMicros");
    Objects.requireNonNull(waiting, "waiting");
    Objects.requireNonNull(blocking, "blocking");
  }
}
