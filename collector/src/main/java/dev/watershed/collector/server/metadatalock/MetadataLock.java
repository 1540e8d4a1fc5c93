package dev.watershed.collector.server.metadatalock;

import dev.watershed.collector.server.running.SeenSession;
import java.util.Objects;

/**
 * A metadata lock that is held or waited for.
 *
 * @param thread whose it is
 * @param granted whether it is held
 */
record MetadataLock(
    MetadataObject on, String lockType, boolean granted, long thread, SeenSession session) {

  MetadataLock {
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(lockType, "lockType");
    Objects.requireNonNull(session, "session");
  }
}
