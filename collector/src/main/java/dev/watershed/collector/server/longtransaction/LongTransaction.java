package dev.watershed.collector.server.longtransaction;

import dev.watershed.collector.server.running.SeenSession;
import java.util.Objects;

/**
 * A transaction that has been open for long.
 *
 * @param id what tells it from others as long as it is open
 * @param ageMicros since it began
 * @param rowsLocked about how many row locks it holds
 * @param rowsModified how many rows it has changed
 */
record LongTransaction(
    String id, long ageMicros, long rowsLocked, long rowsModified, SeenSession session) {

  LongTransaction {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(session, "session");
  }
}
