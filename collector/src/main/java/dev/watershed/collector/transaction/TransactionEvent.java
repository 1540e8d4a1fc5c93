package dev.watershed.collector.transaction;

import dev.watershed.workload.Origin;
import java.util.Objects;

/**
 * A statement, as far as transactions go.
 *
 * @param connection the id of its connection
 * @param effect what it does to the transaction; never {@link StatementEffect#SET_AUTOCOMMIT}
 * @param endMicros when it ended, in microseconds since 1970; {@link #NO_TIME} when unknown
 * @param failed whether it ended with an error
 * @param deadlocked whether that was a deadlock, for which the server rolls back the whole
 *     transaction (MySQL 9.7 manual, 17.20.5 InnoDB Error Handling)
 */
public record TransactionEvent(
    long connection,
    StatementEffect effect,
    long digest,
    Origin origin,
    long timeMicros,
    long endMicros,
    boolean failed,
    boolean deadlocked) {

  /** The end of a statement whose end is unknown. */
  public static final long NO_TIME = Long.MIN_VALUE;

  public TransactionEvent {
    Objects.requireNonNull(origin, "origin");
    if (deadlocked && !failed) {
      throw new IllegalArgumentException("a deadlock is an error");
    }
    if (effect == StatementEffect.SET_AUTOCOMMIT) {
      throw new IllegalArgumentException("the value of autocommit has to be known");
    }
  }
}
