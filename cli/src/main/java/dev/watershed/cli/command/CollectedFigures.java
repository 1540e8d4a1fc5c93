package dev.watershed.cli.command;

import dev.watershed.cli.metrics.SourceFigures;
import dev.watershed.reports.CollectedSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The figures of a collection. */
public final class CollectedFigures {

  private record Source(String server, String name) {}

  private CollectedFigures() {}

  /**
   * One of each source: several reports of one are added up.
   *
   * @param read what the windows of a server and source show
   */
  public static List<SourceFigures> of(
      List<CollectedSource> collected, BiFunction<String, String, SourceRead> read) {
    Map<Source, List<CollectedSource>> reports = new LinkedHashMap<>();
    for (CollectedSource each : collected) {
      reports
          .computeIfAbsent(new Source(each.server(), each.source()), key -> new ArrayList<>())
          .add(each);
    }
    List<SourceFigures> figures = new ArrayList<>();
    reports.forEach(
        (source, theirs) -> {
          SourceRead shown = read.apply(source.server(), source.name());
          figures.add(
              new SourceFigures(
                  source.server(),
                  source.name(),
                  theirs.stream().mapToLong(CollectedSource::windows).sum(),
                  theirs.stream().mapToLong(CollectedSource::events).sum(),
                  shown.bytesRead(),
                  shown.lostShare(),
                  !theirs.stream().allMatch(CollectedSource::complete)));
        });
    return figures;
  }
}
