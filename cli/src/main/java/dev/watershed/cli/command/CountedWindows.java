package dev.watershed.cli.command;

import dev.watershed.cli.metrics.SourceFigures;
import dev.watershed.collector.follow.CollectedWindow;
import dev.watershed.collector.follow.WindowSink;
import dev.watershed.reports.CollectedSource;
import dev.watershed.workload.Issue;
import dev.watershed.workload.Measure;
import dev.watershed.workload.SourceFile;
import dev.watershed.workload.Workload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** Windows on their way into the store, and how much of what they show was read and was lost. */
final class CountedWindows implements WindowSink {

  private final WindowSink windows;
  private final Map<Source, Read> bySource = new ConcurrentHashMap<>();

  private record Source(String server, String name) {}

  /**
   * What windows hold.
   *
   * @param files how many files they were read from
   * @param bytes of these
   * @param executions read, weighted
   * @param lost executions
   */
  private record Read(long files, long bytes, long executions, long lost) {

    static final Read NOTHING = new Read(0, 0, 0, 0);

    static Read of(Workload workload) {
      long executions = 0;
      for (int row = 0; row < workload.statements().size(); row++) {
        executions += workload.statements().value(row, Measure.CALLS);
      }
      return new Read(
          workload.sources().size(),
          workload.sources().stream().mapToLong(SourceFile::bytes).sum(),
          executions,
          workload.quality().issues().stream()
              .filter(issue -> issue.reason().losesExecutions())
              .mapToLong(Issue::count)
              .sum());
    }

    Read and(Read other) {
      return new Read(
          files + other.files,
          bytes + other.bytes,
          executions + other.executions,
          lost + other.lost);
    }

    OptionalLong bytesRead() {
      return files == 0 ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    OptionalDouble lostShare() {
      return executions == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of((double) lost / executions);
    }
  }

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
        new Source(window.server(), window.source()), Read.of(window.workload()), Read::and);
  }

  /** The figures of a run, one of each source: several reports of one are added up. */
  List<SourceFigures> figures(List<CollectedSource> collected) {
    Map<Source, List<CollectedSource>> reports = new LinkedHashMap<>();
    for (CollectedSource each : collected) {
      reports
          .computeIfAbsent(new Source(each.server(), each.source()), key -> new ArrayList<>())
          .add(each);
    }
    List<SourceFigures> figures = new ArrayList<>();
    reports.forEach(
        (source, theirs) -> {
          Read read = bySource.getOrDefault(source, Read.NOTHING);
          figures.add(
              new SourceFigures(
                  source.server(),
                  source.name(),
                  theirs.stream().mapToLong(CollectedSource::windows).sum(),
                  theirs.stream().mapToLong(CollectedSource::events).sum(),
                  read.bytesRead(),
                  read.lostShare(),
                  !theirs.stream().allMatch(CollectedSource::complete)));
        });
    return figures;
  }
}
