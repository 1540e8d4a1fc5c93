package dev.watershed.collector.slowlog;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.transaction.StatementEffects;
import dev.watershed.collector.transaction.TransactionTracker;
import dev.watershed.workload.IssueReason;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads the log of one server, which grows and continues from file to file, and cuts it into
 * windows of one time slot each. The windows together are the same however often the reading
 * stopped and went on: an event is taken only when the bytes behind it prove where it ends. Not
 * thread-safe.
 */
public final class WindowReader {

  /** The length of a time slot. */
  public static final Duration SLOT = Duration.of(SlotCut.SLOT_MICROS, ChronoUnit.MICROS);

  /** Why the reading stopped. */
  public enum Stop {
    /** The next event belongs to another slot: the window is to be taken. */
    SLOT_END,
    /** The file ended. */
    FILE_END,
    /** What follows has not been written yet. */
    WAITS
  }

  private final SlowLogOptions options;
  private final FingerprintTexts texts = new FingerprintTexts();
  private final StatementEffects effects = new StatementEffects();
  private final StatementLexer lexer;
  private final TransactionTracker tracker;
  private final SlotCut cut;
  private final boolean complete;
  private WindowParts window;
  private ReaderState state;
  private boolean slotEnded;

  private SlidingBuffer buffer = new SlidingBuffer((into, offset, length) -> -1, 0, 1);
  private boolean atFileStart;
  private boolean gap;
  private boolean touched;
  private long offset;
  private long countedTo;

  /**
   * A reader that goes on where another one stopped.
   *
   * @param name the log, as the user named it
   */
  public WindowReader(SlowLogOptions options, String name, CarriedState carried)
      throws DamagedBytesException {
    this.options = options;
    this.lexer = new StatementLexer(options.sqlMode());
    ByteReader transactions = new ByteReader(carried.transactions());
    this.tracker = TransactionTracker.read(transactions);
    transactions.end();
    this.cut =
        new SlotCut(
            new EventClock(options.timeZone()), carried.slotMicros().orElse(ReaderState.NO_TIME));
    this.complete =
        options.longQueryTimeSeconds().orElse(-1) == 0 && options.sampleRate().orElse(1) == 1;
    this.window = new WindowParts(options, name);
    this.state = carried.readerState();
  }

  /**
   * Goes on in the file that was read last, or in the first one.
   *
   * @param bytes the file from {@code from} on
   * @param from where an event begins, or 0
   */
  public void goOn(LogBytes bytes, long from) {
    gap &= from == 0;
    touched |= from > 0;
    open(bytes, from);
  }

  /**
   * Goes over to the file in which the log continues.
   *
   * @param possibleGap whether something may have been lost between the two
   */
  public void goOver(LogBytes bytes, boolean possibleGap) {
    state = new ReaderState(state.schema(), state.lastMicros(), 0, false);
    window.nextFile();
    touched = false;
    gap = possibleGap;
    open(bytes, 0);
  }

  private void open(LogBytes bytes, long from) {
    buffer = new SlidingBuffer(bytes::read, from, PartReader.WINDOW);
    atFileStart = from == 0;
    offset = from;
    countedTo = from;
  }

  /** Reads to the end of the slot or the file, or as far as it is written. */
  public Stop read() throws IOException {
    while (true) {
      if (slotEnded) {
        cut.next();
        slotEnded = false;
      }
      Stop stop = readPart();
      if (stop != Stop.SLOT_END || !window.empty()) {
        return stop;
      }
    }
  }

  private Stop readPart() throws IOException {
    EventSink sink = window.sink(texts, state, feed());
    if (atFileStart) {
      sink.hold();
    }
    if (gap) {
      sink.issue(IssueReason.POSSIBLE_GAP, 1, 0);
    }
    EventReader reader = new EventReader(buffer, sink, options, lexer, cut);
    long from = offset;
    Stop stop = Stop.WAITS;
    try {
      offset = reader.read(atFileStart, Long.MAX_VALUE);
      stop = reader.stoppedAtCut() ? Stop.SLOT_END : Stop.FILE_END;
      slotEnded = reader.stoppedAtCut();
      sink.release();
      atFileStart = false;
      gap = false;
    } catch (UncertainEndException e) {
      offset = reader.certain();
      boolean moved = offset > from;
      atFileStart &= !moved;
      gap &= !moved;
    }
    state = sink.state();
    touched |= sink.events() > 0 || sink.issues() > 0;
    window.add(sink);
    if (touched) {
      window.addBytes(offset - countedTo);
      countedTo = offset;
    }
    return stop;
  }

  private Optional<TransactionFeed> feed() {
    return Optional.of(window.feed(tracker, effects, complete));
  }

  /** Counts an archive that ends early; to be called at the end of the file. */
  public void damagedArchive() {
    window.issue(IssueReason.TRUNCATED_ARCHIVE, offset);
    touched = true;
  }

  /** Where in the file the next event begins. */
  public long offset() {
    return offset;
  }

  /** Whether anything counts of the file gone over to, or of the first one. */
  public boolean touched() {
    return touched;
  }

  /** Whether the window holds nothing yet. */
  public boolean empty() {
    return window.empty();
  }

  /** When the slot of the window ends; empty while no event had a time. */
  public Optional<Instant> slotEnd() {
    return cut.slotMicros() == ReaderState.NO_TIME
        ? Optional.empty()
        : Optional.of(Micros.toInstant(cut.slotMicros() + SlotCut.SLOT_MICROS));
  }

  /** The window as far as it was read; the next one begins. Must not be empty. */
  public ReadWindow take() {
    long slot = cut.slotMicros() == ReaderState.NO_TIME ? 0 : cut.slotMicros();
    WindowParts full = window;
    window = full.next();
    return new ReadWindow(Micros.toInstant(slot), full.build());
  }

  /** What is carried over to whoever goes on from here. */
  public CarriedState carried() {
    ByteWriter transactions = new ByteWriter();
    tracker.write(transactions);
    return new CarriedState(
        state.schema(),
        known(state.lastMicros()),
        state.decidedUntil(),
        known(cut.slotMicros()),
        transactions.toByteArray());
  }

  private static OptionalLong known(long micros) {
    return micros == ReaderState.NO_TIME ? OptionalLong.empty() : OptionalLong.of(micros);
  }
}
