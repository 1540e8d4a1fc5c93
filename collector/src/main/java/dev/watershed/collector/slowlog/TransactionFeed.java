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
  private long offset;

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
   * Takes an event that was added to the builder.
   *
   * @param connection its id; {@link Header#NO_CONNECTION} when the log does not tell
   * @param endMicros its end; {@link ReaderState#NO_TIME} when unknown
   * @param bytes holds the statement in {@code [from, to)}
   */
  void take(
      long at,
      long connection,
      long digest,
      Origin origin,
      Execution execution,
      long endMicros,
      byte[] bytes,
      int from,
      int to,
      Supplier<Fingerprint> fingerprint) {
    offset = at;
    if (!complete || connection == Header.NO_CONNECTION || execution.weight() != 1) {
      builder.issue(IssueReason.NO_TRANSACTIONS, 1, file, at);
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
              endMicros,
              execution.value(Measure.ERRORS) != 0),
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
