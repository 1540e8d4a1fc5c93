package dev.watershed.collector.server.connection;

import java.time.Duration;

/**
 * How long a server may take.
 *
 * @param connecting to accept a connection
 * @param statement to answer one; the server itself ends what takes longer, where it can
 * @param silence between two packets of an answer, before the connection counts as cut; longer than
 *     {@code statement}, so that the server has its say first
 */
public record ServerLimits(Duration connecting, Duration statement, Duration silence) {

  public ServerLimits {
    requirePositive(connecting);
    requirePositive(statement);
    if (silence.compareTo(statement) <= 0) {
      throw new IllegalArgumentException("silence " + silence + " within a statement");
    }
  }

  /** What does for one sample a minute. */
  public static ServerLimits standard() {
    return new ServerLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(15));
  }

  /**
   * What does for a catalog an hour: where nothing of it is cached, MariaDB opens every table to
   * answer.
   */
  public static ServerLimits catalog() {
    return new ServerLimits(Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofSeconds(70));
  }

  private static void requirePositive(Duration duration) {
    if (duration.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException("no time at all: " + duration);
    }
  }
}
