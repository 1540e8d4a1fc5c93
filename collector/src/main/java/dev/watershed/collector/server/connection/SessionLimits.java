package dev.watershed.collector.server.connection;

import dev.watershed.collector.server.ServerProduct;
import java.time.Duration;
import java.util.List;

/** What a session sets so that nothing in it takes long, waits for locks, or writes. */
final class SessionLimits {

  private static final int LOCK_WAIT_SECONDS = 2;

  private SessionLimits() {}

  static List<String> statements(ServerProduct product, Duration statement) {
    String most =
        switch (product) {
          case MYSQL -> "max_execution_time = " + statement.toMillis();
          case MARIADB -> "max_statement_time = " + statement.toMillis() / 1e3;
        };
    return List.of(
        "SET SESSION time_zone = '+00:00', lock_wait_timeout = " + LOCK_WAIT_SECONDS + ", " + most,
        "SET SESSION TRANSACTION READ ONLY");
  }
}
