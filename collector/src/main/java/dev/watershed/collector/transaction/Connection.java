package dev.watershed.collector.transaction;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.workload.TransactionOutcome;
import java.util.Optional;

/** The state of one connection. Autocommit is on until something says otherwise. */
final class Connection {

  private static final int AUTOCOMMIT = 1;
  private static final int TABLES_LOCKED = 2;
  private static final int OPEN = 4;
  private static final int ROLLED_BACK = 8;

  private boolean autocommit = true;
  private boolean tablesLocked;

  /** The server rolled the transaction back, and the client has not said how it ends. */
  private boolean rolledBack;

  private Optional<OpenTransaction> open = Optional.empty();

  /** Whether the connection is as any other that nothing is known about. */
  boolean plain() {
    return autocommit && !tablesLocked && !rolledBack && open.isEmpty();
  }

  /** Takes in a statement. */
  void take(TransactionEvent event, TransactionListener listener) {
    StatementEffect effect = event.effect();
    if (effect.needsTransaction() && autocommit && open.isEmpty() && !rolledBack) {
      listener.endedWithoutStart();
    }
    rolledBack &= effect == StatementEffect.MEMBER;
    switch (effect) {
      case MEMBER -> member(event, listener);
      case XA_PREPARE -> open.ifPresent(OpenTransaction::prepare);
      case NONE, SET_AUTOCOMMIT -> {}
      case COMMIT, COMMIT_AND_CHAIN, COMMIT_AND_RELEASE ->
          end(
              event.failed() ? TransactionOutcome.ROLLED_BACK : TransactionOutcome.COMMITTED,
              listener);
      case ROLLBACK, ROLLBACK_AND_CHAIN, ROLLBACK_AND_RELEASE ->
          end(TransactionOutcome.ROLLED_BACK, listener);
      case SESSION_END -> endUnlessPrepared(TransactionOutcome.ROLLED_BACK, listener);
      case BEGIN, IMPLICIT_COMMIT, LOCK_TABLES ->
          endUnlessPrepared(TransactionOutcome.COMMITTED, listener);
      case UNLOCK_TABLES -> {
        if (tablesLocked) {
          endUnlessPrepared(TransactionOutcome.COMMITTED, listener);
        }
      }
      case AUTOCOMMIT_ON -> {
        if (!autocommit) {
          endUnlessPrepared(TransactionOutcome.COMMITTED, listener);
        }
      }
      case AUTOCOMMIT_UNKNOWN -> end(TransactionOutcome.UNKNOWN, listener);
      case AUTOCOMMIT_OFF -> autocommit = false;
    }
    settle(effect);
  }

  /** What holds behind the statement. */
  private void settle(StatementEffect effect) {
    if (effect.endsSession()) {
      autocommit = true;
      tablesLocked = false;
    } else if (effect == StatementEffect.BEGIN || effect.chains()) {
      open = Optional.of(new OpenTransaction());
    }
    switch (effect) {
      case AUTOCOMMIT_ON, AUTOCOMMIT_UNKNOWN -> autocommit = true;
      case LOCK_TABLES -> tablesLocked = true;
      case UNLOCK_TABLES, BEGIN -> tablesLocked = false;
      default -> {}
    }
  }

  /** Nobody will see how its transaction ends. */
  void forget(TransactionListener listener) {
    end(TransactionOutcome.UNKNOWN, listener);
  }

  private void member(TransactionEvent event, TransactionListener listener) {
    if (open.isEmpty() && !autocommit) {
      open = Optional.of(new OpenTransaction());
    }
    open.ifPresent(transaction -> transaction.add(event));
    if (event.deadlocked() && open.isPresent()) {
      end(TransactionOutcome.ROLLED_BACK, listener);
      rolledBack = autocommit;
    }
  }

  private void end(TransactionOutcome outcome, TransactionListener listener) {
    open.ifPresent(transaction -> transaction.end(outcome, listener));
    open = Optional.empty();
  }

  private void endUnlessPrepared(TransactionOutcome outcome, TransactionListener listener) {
    boolean prepared = open.isPresent() && open.get().prepared();
    end(prepared ? TransactionOutcome.UNKNOWN : outcome, listener);
  }

  void write(ByteWriter writer, OriginTable origins) {
    int autocommitBit = autocommit ? AUTOCOMMIT : 0;
    int lockedBit = tablesLocked ? TABLES_LOCKED : 0;
    int rolledBackBit = rolledBack ? ROLLED_BACK : 0;
    writer.number(autocommitBit | lockedBit | rolledBackBit | (open.isPresent() ? OPEN : 0));
    open.ifPresent(transaction -> transaction.write(writer, origins));
  }

  static Connection read(ByteReader reader, OriginTable origins) throws DamagedBytesException {
    Connection connection = new Connection();
    long bits = reader.number();
    if (bits < 0 || bits > (AUTOCOMMIT | TABLES_LOCKED | OPEN | ROLLED_BACK)) {
      throw new DamagedBytesException("a connection of the state " + bits);
    }
    connection.autocommit = (bits & AUTOCOMMIT) != 0;
    connection.tablesLocked = (bits & TABLES_LOCKED) != 0;
    connection.rolledBack = (bits & ROLLED_BACK) != 0;
    if ((bits & OPEN) != 0) {
      connection.open = Optional.of(OpenTransaction.read(reader, origins));
    }
    return connection;
  }
}
