package dev.watershed.workload.store;

import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowHeader;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowName;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds how far a source was read, and opens no more windows for it than it must. The names of
 * slots say their runs, and {@link Compactor} keeps the last run where it is found: in the slot of
 * the highest run, or, where no slots are left, in the window that begins last. Where something is
 * damaged or missing there, everything is looked through.
 */
final class ProgressSearch {

  private final WindowFiles windows;
  private final String server;
  private final String source;

  ProgressSearch(WindowFiles windows, String server, String source) {
    this.windows = windows;
    this.server = server;
    this.source = source;
  }

  SourceProgress find() throws IOException {
    List<WindowName> names =
        windows.names(server).stream().filter(name -> name.source().equals(source)).toList();
    if (names.isEmpty()) {
      return new SourceProgress(Optional.empty(), Optional.empty());
    }
    Optional<List<WindowHeader>> last = headers(span(names));
    if (last.isPresent()) {
      SourceProgress progress = Progress.of(last.get()).toSourceProgress();
      long highest = highestSlotRun(names);
      boolean sure =
          progress.interrupted().isEmpty()
              && progress.done().filter(seal -> seal.run() >= highest).isPresent();
      if (sure) {
        return progress;
      }
    }
    return everything();
  }

  /** The progress that all windows show. */
  SourceProgress everything() throws IOException {
    List<WindowHeader> headers = new ArrayList<>();
    try (ColumnMemory memory = new ColumnMemory()) {
      for (StoredWindow window : windows.open(server, all(Instant.MIN, Instant.MAX)).live()) {
        try {
          window.verify();
          headers.add(window.header(memory));
        } catch (UnreadableFileException damaged) {
          // A part that is damaged is a part that is missing: it is read and put again.
          continue;
        }
      }
    }
    return Progress.of(headers).toSourceProgress();
  }

  /** Where the last run has to be. */
  private WindowFilter span(List<WindowName> names) {
    List<WindowName> last = last(names);
    return all(
        last.stream().map(WindowName::start).min(Instant::compareTo).orElseThrow(),
        last.stream().map(WindowName::end).max(Instant::compareTo).orElseThrow());
  }

  /**
   * The windows in which the last run of a source has to be: the slots of the highest run, or,
   * without slots, those that begin last.
   *
   * @param names of the source, at least one
   */
  static List<WindowName> last(List<WindowName> names) {
    long run = highestSlotRun(names);
    List<WindowName> slots =
        names.stream()
            .filter(name -> name.level() == WindowLevel.SLOT && name.sequence() == run)
            .toList();
    if (!slots.isEmpty()) {
      return slots;
    }
    Instant latest = names.stream().map(WindowName::start).max(Instant::compareTo).orElseThrow();
    return names.stream().filter(name -> name.start().equals(latest)).toList();
  }

  private static long highestSlotRun(List<WindowName> names) {
    return names.stream()
        .filter(name -> name.level() == WindowLevel.SLOT)
        .mapToLong(WindowName::sequence)
        .max()
        .orElse(0);
  }

  /** What the windows of a span say that count; empty if one of them is damaged. */
  private Optional<List<WindowHeader>> headers(WindowFilter filter) throws IOException {
    WindowFiles.ServerWindows found = windows.open(server, filter);
    if (!found.skipped().isEmpty()) {
      return Optional.empty();
    }
    List<WindowHeader> headers = new ArrayList<>();
    try (ColumnMemory memory = new ColumnMemory()) {
      for (StoredWindow window : found.live()) {
        window.verify();
        headers.add(window.header(memory));
      }
      return Optional.of(headers);
    } catch (UnreadableFileException damaged) {
      return Optional.empty();
    }
  }

  private WindowFilter all(Instant from, Instant until) {
    return new WindowFilter(Set.of(server), Set.of(source), from, until);
  }
}
