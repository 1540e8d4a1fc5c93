package dev.watershed.workload.store;

import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowHeader;
import dev.watershed.workload.store.window.WindowName;
import dev.watershed.workload.store.window.WindowSection;

/**
 * A window that counts, with what it says of itself.
 *
 * @param statementLatencies how many rows of latencies its statements have
 * @param minuteLatencies how many its minutes have
 */
record LiveWindow(
    StoredWindow window, WindowHeader header, long statementLatencies, long minuteLatencies) {

  /** What a window says. */
  static LiveWindow read(StoredWindow window, ColumnMemory memory) throws UnreadableFileException {
    return new LiveWindow(
        window,
        window.header(memory),
        rows(window, WindowSection.STATEMENT_LATENCIES, memory),
        rows(window, WindowSection.MINUTE_LATENCIES, memory));
  }

  private static int rows(StoredWindow window, WindowSection section, ColumnMemory memory)
      throws UnreadableFileException {
    try (ColumnTable table = window.table(section, memory)) {
      return table.rows();
    }
  }

  WindowName name() {
    return header.name();
  }

  long run() {
    return header.seal().run();
  }
}
