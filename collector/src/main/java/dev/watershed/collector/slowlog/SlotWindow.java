package dev.watershed.collector.slowlog;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.transaction.StatementEffects;
import dev.watershed.collector.transaction.TransactionTracker;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The window at hand of a log that is cut into time slots, and what goes on from one to the next:
 * the transactions and the texts. Not thread-safe.
 */
final class SlotWindow {

  private final FingerprintTexts texts = new FingerprintTexts();
  private final StatementEffects effects = new StatementEffects();
  private final StatementLexer lexer;
  private final TransactionTracker tracker;
  private final SlotCut cut;
  private final boolean complete;
  private WindowParts parts;

  /**
   * Goes on where another one stopped.
   *
   * @param name the log, as the user knows it
   * @param clock of its time lines
   */
  SlotWindow(SlowLogOptions options, String name, CarriedState carried, EventClock clock)
      throws DamagedBytesException {
    this.lexer = new StatementLexer(options.sqlMode());
    ByteReader transactions = new ByteReader(carried.transactions());
    this.tracker = TransactionTracker.read(transactions);
    transactions.end();
    this.cut = new SlotCut(clock, carried.slotMicros().orElse(ReaderState.NO_TIME));
    this.complete =
        options.longQueryTimeSeconds().orElse(-1) == 0 && options.sampleRate().orElse(1) == 1;
    this.parts = new WindowParts(options, name);
  }

  FingerprintTexts texts() {
    return texts;
  }

  StatementLexer lexer() {
    return lexer;
  }

  SlotCut cut() {
    return cut;
  }

  /** What was read of the window so far. */
  WindowParts parts() {
    return parts;
  }

  /** A feed for the next part of the window. */
  TransactionFeed feed() {
    return parts.feed(tracker, effects, complete);
  }

  /** When the slot of the window ends; empty while nothing had a time. */
  Optional<Instant> slotEnd() {
    return cut.slotMicros() == ReaderState.NO_TIME
        ? Optional.empty()
        : Optional.of(Micros.toInstant(cut.slotMicros() + SlotCut.SLOT_MICROS));
  }

  /** The window as far as it was read; the next one begins. Must not be empty. */
  ReadWindow take() {
    long slot = cut.slotMicros() == ReaderState.NO_TIME ? 0 : cut.slotMicros();
    WindowParts full = parts;
    parts = full.next();
    return new ReadWindow(Micros.toInstant(slot), full.build());
  }

  /** What is carried over to whoever goes on from here. */
  CarriedState carried(String schema, long lastMicros, long decidedUntil) {
    ByteWriter transactions = new ByteWriter();
    tracker.write(transactions);
    return new CarriedState(
        schema,
        known(lastMicros),
        decidedUntil,
        known(cut.slotMicros()),
        transactions.toByteArray());
  }

  private static OptionalLong known(long micros) {
    return micros == ReaderState.NO_TIME ? OptionalLong.empty() : OptionalLong.of(micros);
  }
}
