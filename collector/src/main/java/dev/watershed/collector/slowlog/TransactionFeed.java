package dev.watershed.collector.slowlog;

import dev.watershed.collector.transaction.StatementEffect;
import dev.watershed.collector.transaction.StatementEffects;
import dev.watershed.collector.transaction.TransactionEvent;
import dev.watershed.collector.transaction.TransactionListener;
import dev.watershed.collector.transaction.TransactionTracker;
import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.workload.Execution;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Measure;
import dev.watershed.workload.Origin;
import dev.watershed.workload.TransactionClass;
import dev.watershed.workload.TransactionOutcome;
import dev.watershed.workload.WorkloadBuilder;
import java.util.function.Supplier;

/**
 * Takes the events of a log to the tracker of transactions, and the transactions that ended into
 * the builder of a window. Where the log does not hold every statement, or not whose it is, no
 * transaction is claimed, and the events are counted.
 */
final class TransactionFeed {

  private final TransactionTracker tracker;
  private final StatementEffects effects;
  private final WorkloadBuilder builder;
  private final int file;
  private final boolean complete;
  private final TransactionListener listener = new IntoBuilder();

  // The event at hand.
  private long offset;
  private long connection = Header.NO_CONNECTION;
  private boolean deadlocked;
  private Origin origin = Origin.LUMPED;

  /**
   * @param file the position of the source, for issues
   * @param complete whether the server logs every statement
   */
  TransactionFeed(
      TransactionTracker tracker,
      StatementEffects effects,
      WorkloadBuilder builder,
      int file,
      boolean complete) {
    this.tracker = tracker;
    this.effects = effects;
    this.builder = builder;
    this.file = file;
    this.complete = complete;
  }

  /**
   * Takes the header of an event.
   *
   * @param id of its connection; {@link Header#NO_CONNECTION} when the log does not tell
   * @param deadlock whether the statement was the victim of a deadlock
   */
  void header(long at, long id, boolean deadlock) {
    offset = at;
    connection = id;
    deadlocked = deadlock;
  }

  /** Takes the origin of the event, while its index holds. */
  void origin(int index) {
    origin = builder.origin(index);
  }

  /**
   * Takes the event, which was added to the builder.
   *
   * @param bytes holds the statement in {@code [from, to)}
   */
  void take(
      long digest,
      Execution execution,
      byte[] bytes,
      int from,
      int to,
      Supplier<Fingerprint> fingerprint) {
    if (!complete || connection == Header.NO_CONNECTION || execution.weight() != 1) {
      builder.issue(IssueReason.NO_TRANSACTIONS, 1, file, offset);
      return;
    }
    StatementEffect effect = effects.of(digest, bytes, from, to, fingerprint);
    if (effect != StatementEffect.NONE) {
      tracker.take(
          new TransactionEvent(
              connection,
              effect,
              digest,
              origin,
              execution.value(Measure.TIME_MICROS),
              execution.value(Measure.LAST_SEEN_MICROS),
              execution.value(Measure.ERRORS) != 0,
              deadlocked),
          listener);
    }
  }

  /** The server was started anew. */
  void restart(long at) {
    offset = at;
    tracker.restart(listener);
  }

  private final class IntoBuilder implements TransactionListener {

    @Override
    public void ended(
        TransactionClass transactionClass,
        Origin origin,
        TransactionOutcome outcome,
        long statements,
        long statementTimeMicros,
        long openTimeMicros) {
      builder.addTransaction(
          transactionClass,
          builder.originIndex(origin),
          outcome,
          statements,
          statementTimeMicros,
          openTimeMicros);
    }

    @Override
    public void endedWithoutStart() {
      builder.issue(IssueReason.UNKNOWN_TRANSACTION, 1, file, offset);
    }
  }
}
