package dev.watershed.collector.server.connection;

import dev.watershed.collector.server.ServerProduct;
import java.time.Duration;
import java.util.List;

/** What a session sets so that nothing in it takes long, waits for locks, or writes. */
public final class SessionLimits {

  private static final int LOCK_WAIT_SECONDS = 2;

  /**
   * Otherwise MySQL shows sizes and row counts of up to 24 hours ago, and writes them down where
   * they are older (MySQL 9.7 Reference Manual, "Optimizing INFORMATION_SCHEMA Queries").
   */
  public static final String FRESH_STATISTICS = "SET SESSION information_schema_stats_expiry = 0";

  private SessionLimits() {}

  /**
   * The statements that a session begins with.
   *
   * @param statement how long one may take
   */
  public static List<String> statements(ServerProduct product, Duration statement) {
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
