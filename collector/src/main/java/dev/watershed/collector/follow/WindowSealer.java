package dev.watershed.collector.follow;

import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.slowlog.CarriedState;
import dev.watershed.collector.slowlog.ReadWindow;
import dev.watershed.collector.slowlog.SlowLogOptions;
import dev.watershed.collector.slowlog.WindowReader;
import dev.watershed.workload.SourceFile;
import dev.watershed.workload.store.window.WindowSource;
import java.io.IOException;
import java.util.Optional;

/**
 * Puts the windows of one log into the sink, one after the other, each with its cursor. While one
 * is on its way, the next one may be read; nothing of it counts before {@link #settle}.
 */
final class WindowSealer {

  private final FollowedLog log;
  private final WindowSink sink;
  private Optional<LogCursor> cursor;
  private Optional<PendingPut> pending = Optional.empty();
  private long number;
  private long windows;
  private long events;

  private WindowSealer(FollowedLog log, WindowSink sink, Optional<LogCursor> cursor, long number) {
    this.log = log;
    this.sink = sink;
    this.cursor = cursor;
    this.number = number;
  }

  /** Goes on behind the last window in the sink. */
  static WindowSealer open(FollowedLog log, WindowSink sink) throws IOException {
    Optional<WindowSink.Sealed> last = sink.last(log.server(), WindowSource.SLOW_LOG);
    if (last.isEmpty()) {
      return new WindowSealer(log, sink, Optional.empty(), 0);
    }
    LogCursor cursor = last.get().read(CursorBytes::decode);
    return new WindowSealer(log, sink, Optional.of(cursor), last.get().number());
  }

  /** How far the log is in the sink. */
  Optional<LogPosition> position() {
    return cursor.map(LogCursor::position);
  }

  /** A reader that goes on behind the last window. */
  WindowReader reader() throws IOException {
    CarriedState carried = cursor.map(LogCursor::carried).orElseGet(CarriedState::start);
    SlowLogOptions options = log.options();
    try {
      return new WindowReader(options, log.name(), carried);
    } catch (DamagedBytesException e) {
      throw new IOException(log.server() + ": its cursor is damaged: " + e.getMessage(), e);
    }
  }

  /**
   * Sends the window that was read on its way to its place, once the one before it is there.
   *
   * @param slotOver whether the log showed that its slot is over
   */
  void seal(WindowReader reader, LogPosition position, boolean slotOver) throws IOException {
    ReadWindow window = reader.take();
    LogCursor next = new LogCursor(position, reader.carried());
    settle();
    CollectedWindow collected =
        CollectedWindow.ofLog(
            log.server(), number + 1, window, cursor.map(LogCursor::carried), next, slotOver);
    pending = Optional.of(PendingPut.start(sink, collected, next));
  }

  /**
   * Waits until the last window is in place.
   *
   * @throws IOException if it did not get there: the log is to be read again behind the one before
   */
  void settle() throws IOException {
    if (pending.isPresent()) {
      PendingPut last = pending.get();
      pending = Optional.empty();
      last.await();
      number++;
      cursor = Optional.of(last.cursor());
      windows++;
      events += last.window().workload().sources().stream().mapToLong(SourceFile::events).sum();
    }
  }

  /** Nothing is on its way any more when this returns; for a reading that failed. */
  void abandon() {
    pending.ifPresent(PendingPut::awaitEnd);
    pending = Optional.empty();
  }

  long windows() {
    return windows;
  }

  long events() {
    return events;
  }
}
