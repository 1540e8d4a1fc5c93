package dev.watershed.analyzer.index.input;

import dev.watershed.analyzer.index.redundancy.IndexUsage;
import dev.watershed.analyzer.saying.IssueSaying;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Quality;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether everything that uses indexes was seen: every call on every server of the data, the
 * counters of every index, for a week at least. Where it was not, nothing can be said of the value
 * of an index that is used.
 *
 * @param gaps what was not seen, each the end of a sentence; none if everything was
 */
public record SeenUse(List<Saying> gaps) {

  /** Jobs at the weekend belong to it. */
  static final double LEAST_SECONDS = 7 * 86_400;

  private static final List<IssueReason> LOST =
      List.of(
          IssueReason.LUMPED_BY_SERVER,
          IssueReason.THROTTLED,
          IssueReason.POSSIBLE_GAP,
          IssueReason.TRUNCATED_ARCHIVE);

  /** Everything was seen. */
  public static final SeenUse WHOLE = new SeenUse(List.of());

  public SeenUse {
    gaps = List.copyOf(gaps);
  }

  /** Whether everything was. */
  public boolean whole() {
    return gaps.isEmpty();
  }

  static SeenUse of(DataSet data, IndexUsage usage) {
    List<Saying> gaps = new ArrayList<>();
    if (!usage.known()) {
      gaps.add(Saying.of("seen.uncounted", "the use of indexes was not counted on every server"));
    } else if (usage.observedSeconds() < LEAST_SECONDS) {
      gaps.add(
          Saying.of("seen.indexes", "the use of indexes was watched for less than seven days"));
    }
    if (data.observedSeconds() < LEAST_SECONDS) {
      gaps.add(
          Saying.of("seen.statements", "the statements were watched for less than seven days"));
    }
    boolean longEnough = data.observedSeconds() >= LEAST_SECONDS;
    for (ServerLoad server : data.servers()) {
      if (longEnough && server.observedSeconds() < LEAST_SECONDS) {
        gaps.add(
            Saying.of(
                "seen.server",
                "the statements of {0} were watched for less than seven days",
                server.server()));
      }
      ofServer(server, gaps);
    }
    return new SeenUse(gaps);
  }

  private static void ofServer(ServerLoad server, List<Saying> gaps) {
    Quality quality = server.workload().quality();
    if (!server.rowsCounted()) {
      gaps.add(Saying.of("seen.proxy", "a proxy sees not every statement of {0}", server.server()));
    }
    if (server.longQueryTimeSeconds().orElse(0) > 0) {
      gaps.add(Saying.of("seen.fast", "fast statements of {0} were not logged", server.server()));
    }
    if (quality.sampled()) {
      gaps.add(Saying.of("seen.sample", "the log of {0} is a sample", server.server()));
    }
    if (lumped(server.workload())) {
      gaps.add(
          Saying.of("seen.lumped", "{0} has more statements than are kept apart", server.server()));
    }
    for (IssueReason reason : LOST) {
      if (quality.count(reason) > 0) {
        gaps.add(Saying.of("seen.lost", "{0}: {1}", server.server(), IssueSaying.of(reason)));
      }
    }
  }

  private static boolean lumped(Workload workload) {
    StatementTable statements = workload.statements();
    return IntStream.range(0, statements.size())
        .anyMatch(row -> workload.texts().get(statements.textIndex(row)).lumped());
  }
}
