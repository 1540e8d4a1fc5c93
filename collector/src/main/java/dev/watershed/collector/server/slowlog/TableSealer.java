package dev.watershed.collector.server.slowlog;

import dev.watershed.collector.follow.CollectedWindow;
import dev.watershed.collector.follow.LogSpan;
import dev.watershed.collector.follow.WindowSink;
import dev.watershed.collector.slowlog.ReadWindow;
import dev.watershed.workload.SourceFile;
import dev.watershed.workload.store.window.WindowSource;
import java.io.IOException;
import java.util.Optional;

/** Puts the windows of one table into the sink, each with its cursor. */
final class TableSealer {

  private final String server;
  private final WindowSink sink;
  private Optional<TableCursor> cursor = Optional.empty();
  private long number;
  private long windows;
  private long events;

  private TableSealer(String server, WindowSink sink) {
    this.server = server;
    this.sink = sink;
  }

  /** Goes on behind the last window in the sink. */
  static TableSealer open(String server, WindowSink sink) throws IOException {
    TableSealer sealer = new TableSealer(server, sink);
    Optional<WindowSink.Sealed> last = sink.last(server, WindowSource.SLOW_LOG);
    if (last.isPresent()) {
      sealer.number = last.get().number();
      sealer.cursor = Optional.of(last.get().read(TableCursor::decode));
    }
    return sealer;
  }

  /** How far the log is in the sink. */
  Optional<TableCursor> cursor() {
    return cursor;
  }

  /** Puts a window in place; when this returns, it is safe. */
  void seal(ReadWindow window, TableCursor next, boolean slotOver) throws IOException {
    LogSpan span = LogSpan.of(window, cursor.map(TableCursor::carried), next.carried(), slotOver);
    sink.put(
        new CollectedWindow(
            server,
            WindowSource.SLOW_LOG,
            number + 1,
            window.slotStart(),
            span.from(),
            span.until(),
            window.workload(),
            next.encode()));
    number++;
    cursor = Optional.of(next);
    windows++;
    events += window.workload().sources().stream().mapToLong(SourceFile::events).sum();
  }

  long windows() {
    return windows;
  }

  long events() {
    return events;
  }
}
