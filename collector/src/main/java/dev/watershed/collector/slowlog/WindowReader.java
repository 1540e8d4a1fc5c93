package dev.watershed.collector.slowlog;

import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.workload.IssueReason;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

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
  private final SlotWindow window;
  private ReaderState state;
  private boolean slotEnded;

  private SlidingBuffer buffer = new SlidingBuffer((into, offset, length) -> -1, 0, 1);
  private boolean atFileStart;
  private boolean gap;
  private boolean touched;
  private long offset;
  private long countedTo;
  private long end = Long.MAX_VALUE;

  /**
   * A reader that goes on where another one stopped.
   *
   * @param name the log, as the user named it
   */
  public WindowReader(SlowLogOptions options, String name, CarriedState carried)
      throws DamagedBytesException {
    this.options = options;
    this.window = new SlotWindow(options, name, carried, new EventClock(options.timeZone()));
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
    window.parts().nextFile();
    touched = false;
    gap = possibleGap;
    open(bytes, 0);
  }

  /**
   * Begins inside a file that nobody has read up to there, at the first full group.
   *
   * @param bytes the file from the byte before {@code from} on
   * @param from more than 0
   * @param to the group has to begin before this offset
   * @return whether there is one; otherwise nothing can be read
   */
  public boolean goGuessing(LogBytes bytes, long from, long to) throws IOException {
    open(bytes, from - 1);
    touched = true;
    gap = false;
    try {
      boolean found = GuessedStart.goTo(buffer, options, to);
      offset = buffer.offset(0);
      countedTo = offset;
      atFileStart = false;
      return found;
    } catch (UncertainEndException notWrittenYet) {
      return false;
    }
  }

  private void open(LogBytes bytes, long from) {
    buffer = new SlidingBuffer(bytes::read, from, PartReader.WINDOW);
    atFileStart = from == 0;
    offset = from;
    countedTo = from;
  }

  /**
   * From now on, no event is read that begins at this offset or behind it: as if the file ended.
   */
  public void endAt(long firstUnwanted) {
    end = firstUnwanted;
  }

  /** Reads to the end of the slot or the file, or as far as it is written. */
  public Stop read() throws IOException {
    while (true) {
      if (slotEnded) {
        window.cut().next();
        slotEnded = false;
      }
      Stop stop = readPart();
      if (stop != Stop.SLOT_END || !empty()) {
        return stop;
      }
    }
  }

  private Stop readPart() throws IOException {
    WindowParts parts = window.parts();
    EventSink sink = parts.sink(window.texts(), state, Optional.of(window.feed()));
    if (atFileStart) {
      sink.hold();
    }
    if (gap) {
      sink.issue(IssueReason.POSSIBLE_GAP, 1, 0);
    }
    EventReader reader = new EventReader(buffer, sink, options, window.lexer(), window.cut());
    long from = offset;
    Stop stop = Stop.WAITS;
    try {
      offset = reader.read(atFileStart, end);
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
    parts.add(sink);
    if (touched) {
      parts.addBytes(offset - countedTo);
      countedTo = offset;
    }
    return stop;
  }

  /** Counts an archive that ends early; to be called at the end of the file. */
  public void damagedArchive() {
    window.parts().issue(IssueReason.TRUNCATED_ARCHIVE, offset);
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
    return window.parts().empty();
  }

  /** When the slot of the window ends; empty while no event had a time. */
  public Optional<Instant> slotEnd() {
    return window.slotEnd();
  }

  /** The window as far as it was read; the next one begins. Must not be empty. */
  public ReadWindow take() {
    return window.take();
  }

  /** What is carried over to whoever goes on from here. */
  public CarriedState carried() {
    return window.carried(state.schema(), state.lastMicros(), state.decidedUntil());
  }
}
