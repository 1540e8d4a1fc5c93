package dev.watershed.workload.store.window;

import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.container.UnreadableFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** What each of some windows shows, without putting them together. */
public final class WindowSummaries {

  private WindowSummaries() {}

  /**
   * Reads windows, on all processors, in the order of their names. A damaged one is left out: who
   * merges it is told.
   */
  public static List<WindowSummary> of(List<StoredWindow> windows) {
    AtomicInteger next = new AtomicInteger();
    return IntStream.range(0, Runtime.getRuntime().availableProcessors())
        .parallel()
        .mapToObj(part -> read(windows, next))
        .flatMap(List::stream)
        .sorted(WindowSummary.ORDER)
        .toList();
  }

  private static List<WindowSummary> read(List<StoredWindow> windows, AtomicInteger next) {
    List<WindowSummary> summaries = new ArrayList<>();
    StatementRows scratch = new StatementRows();
    try (ColumnMemory memory = new ColumnMemory()) {
      for (int i = next.getAndIncrement(); i < windows.size(); i = next.getAndIncrement()) {
        summary(windows.get(i), scratch, memory).ifPresent(summaries::add);
      }
    }
    return summaries;
  }

  private static Optional<WindowSummary> summary(
      StoredWindow window, StatementRows scratch, ColumnMemory memory) {
    try {
      return Optional.of(WindowSummary.of(window, WindowRows.read(window, scratch, memory)));
    } catch (UnreadableFileException damaged) {
      return Optional.empty();
    }
  }
}
