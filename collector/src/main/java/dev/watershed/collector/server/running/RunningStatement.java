package dev.watershed.collector.server.running;

import java.util.Objects;

/**
 * A statement that runs.
 *
 * @param thread its session, as the server numbers it
 * @param elapsedMicros since it began
 */
record RunningStatement(long thread, long elapsedMicros, SeenSession session) {

  RunningStatement {
    Objects.requireNonNull(session, "session");
  }
}
