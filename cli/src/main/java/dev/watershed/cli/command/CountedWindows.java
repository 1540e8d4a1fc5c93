package dev.watershed.cli.command;

import dev.watershed.cli.metrics.SourceFigures;
import dev.watershed.collector.follow.CollectedWindow;
import dev.watershed.collector.follow.WindowSink;
import dev.watershed.reports.CollectedSource;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Windows on their way into the store, and how much of what they show was read and was lost. */
final class CountedWindows implements WindowSink {

  private final WindowSink windows;
  private final Map<Source, SourceRead> bySource = new ConcurrentHashMap<>();

  private record Source(String server, String name) {}

  CountedWindows(WindowSink windows) {
    this.windows = windows;
  }

  @Override
  public Optional<Sealed> last(String server, String source) throws IOException {
    return windows.last(server, source);
  }

  @Override
  public void put(CollectedWindow window) throws IOException {
    windows.put(window);
    bySource.merge(
        new Source(window.server(), window.source()),
        SourceRead.of(window.workload()),
        SourceRead::and);
  }

  /** The figures of a run, one of each source. */
  List<SourceFigures> figures(List<CollectedSource> collected) {
    return CollectedFigures.of(
        collected,
        (server, source) -> bySource.getOrDefault(new Source(server, source), SourceRead.NOTHING));
  }
}
