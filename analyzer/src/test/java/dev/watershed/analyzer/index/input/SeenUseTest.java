package dev.watershed.analyzer.index.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.coverage.ServerPlacement;
import dev.watershed.analyzer.index.redundancy.IndexUsage;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.observation.Observations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SeenUseTest {

  private static final double WEEK = SeenUse.LEAST_SECONDS;
  private static final Workload WHOLE = new WorkloadFixture().statement("SELECT 1").run(5).build();

  private static List<String> gaps(
      Workload workload, boolean rows, double seconds, double threshold, IndexUsage usage) {
    ServerLoad load = load("a", workload, rows, seconds, threshold);
    return Saying.texts(SeenUse.of(new DataSet("a", List.of(load)), usage).gaps());
  }

  private static ServerLoad load(
      String server, Workload workload, boolean rows, double seconds, double threshold) {
    return new ServerLoad(
        server,
        ServerPlacement.UNKNOWN,
        workload,
        rows,
        seconds,
        OptionalDouble.of(threshold),
        Observations.NONE,
        Optional.empty());
  }

  private static IndexUsage watched(double seconds, String... unwatched) {
    return new IndexUsage(seconds, Set.of("a"), Set.of(unwatched), true, Map.of());
  }

  @Test
  void isWholeAfterAWeekOfEveryCall() {
    assertThat(gaps(WHOLE, true, WEEK, 0, watched(WEEK))).isEmpty();
  }

  @Test
  void everyServerIsWatchedForAWeek() {
    DataSet data =
        new DataSet(
            "a",
            List.of(load("a", WHOLE, true, 30 * 86_400, 0), load("b", WHOLE, true, 86_400, 0)));
    assertThat(Saying.texts(SeenUse.of(data, watched(WEEK)).gaps()))
        .containsExactly("the statements of b were watched for less than seven days");
  }

  static Stream<Arguments> gaps() {
    Workload emptied =
        new WorkloadFixture()
            .statement("SELECT 1")
            .run(5)
            .issue(IssueReason.POSSIBLE_GAP, 1, 0)
            .build();
    Workload full =
        new WorkloadFixture()
            .statement("SELECT 1")
            .run(5)
            .issue(IssueReason.LUMPED_BY_SERVER, 1, 0)
            .build();
    Workload lumped =
        new WorkloadFixture(WorkloadBounds.ofNames(1, 9, 9, 9, 99))
            .statement("SELECT 1")
            .run(5)
            .statement("SELECT a FROM b")
            .run(5)
            .build();
    Workload sampled = new WorkloadFixture().statement("SELECT 1").weight(10).run(5).build();
    return Stream.of(
        Arguments.of("was not counted on every", WHOLE, true, WEEK, 0, IndexUsage.UNKNOWN),
        Arguments.of("was not counted on every", WHOLE, true, WEEK, 0, watched(WEEK, "b")),
        Arguments.of(
            "the use of indexes was watched for less", WHOLE, true, WEEK, 0, watched(WEEK - 1)),
        Arguments.of("the statements were watched for less", WHOLE, true, 60, 0, watched(WEEK)),
        Arguments.of("a proxy sees not every", WHOLE, false, WEEK, 0, watched(WEEK)),
        Arguments.of("fast statements of a", WHOLE, true, WEEK, 0.1, watched(WEEK)),
        Arguments.of("a: ", emptied, true, WEEK, 0, watched(WEEK)),
        Arguments.of("a: ", full, true, WEEK, 0, watched(WEEK)),
        Arguments.of("a has more statements than", lumped, true, WEEK, 0, watched(WEEK)),
        Arguments.of("the log of a is a sample", sampled, true, WEEK, 0, watched(WEEK)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("gaps")
  void saysWhatWasNotSeen(
      String gap,
      Workload workload,
      boolean rows,
      double seconds,
      double threshold,
      IndexUsage usage) {
    assertThat(gaps(workload, rows, seconds, threshold, usage))
        .singleElement()
        .asString()
        .contains(gap);
  }
}
